/** The whole state of the page in its address, so that a view can be shared. */
import { FACETS, emptyState } from "../search/state";
import type { Selection } from "./select";

export function readSelection(query: string): Selection {
  const parameters = new URLSearchParams(query);
  const chosen = emptyState().chosen;
  for (const facet of FACETS) chosen[facet] = parameters.getAll(facet);
  const sort = parameters.get("sort");
  return {
    words: parameters.get("text") ?? "",
    chosen,
    from: day(parameters.get("from")),
    to: day(parameters.get("to")),
    sort: sort === "oldest" || sort === "relevance" ? sort : "newest",
  };
}

export function writeSelection(selection: Selection): string {
  const parameters = new URLSearchParams();
  if (selection.words) parameters.set("text", selection.words);
  for (const facet of FACETS) for (const id of selection.chosen[facet]) parameters.append(facet, id);
  if (selection.from) parameters.set("from", selection.from);
  if (selection.to) parameters.set("to", selection.to);
  if (selection.sort !== "newest") parameters.set("sort", selection.sort);
  const query = parameters.toString();
  return query ? `?${query}` : location.pathname;
}

function day(text: string | null): string {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : "";
}
