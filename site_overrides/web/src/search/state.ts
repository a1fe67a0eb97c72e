/** What a reader searches for, and how it stands in the address. */

export const FACETS = ["topic", "actor", "place", "kind", "status", "source"] as const;
export type Facet = (typeof FACETS)[number];

export interface State {
  words: string;
  /** Values chosen of each facet; an entry must have them all. */
  chosen: Record<Facet, string[]>;
  /** First and last month, as in `2025-11`; empty where it is open. */
  from: string;
  to: string;
  sort: "relevance" | "newest" | "oldest";
}

export function emptyState(): State {
  const chosen = Object.fromEntries(FACETS.map((facet) => [facet, [] as string[]]));
  return { words: "", chosen: chosen as State["chosen"], from: "", to: "", sort: "relevance" };
}

/** Read the state from the query part of an address; null where none is in it. */
export function readState(query: string): State | null {
  const parameters = new URLSearchParams(query);
  if (!parameters.has("q")) return null;
  const state = emptyState();
  state.words = parameters.get("q") ?? "";
  for (const facet of FACETS) state.chosen[facet] = parameters.getAll(facet);
  state.from = month(parameters.get("from"));
  state.to = month(parameters.get("to"));
  const sort = parameters.get("sort");
  if (sort === "newest" || sort === "oldest") state.sort = sort;
  return state;
}

/** Write the state as the query part of an address. */
export function writeState(state: State): string {
  const parameters = new URLSearchParams({ q: state.words });
  for (const facet of FACETS) for (const value of state.chosen[facet]) parameters.append(facet, value);
  if (state.from) parameters.set("from", state.from);
  if (state.to) parameters.set("to", state.to);
  if (state.sort !== "relevance") parameters.set("sort", state.sort);
  return `?${parameters}`;
}

export function anyFilter(state: State): boolean {
  return Boolean(state.from || state.to) || FACETS.some((facet) => state.chosen[facet].length);
}

function month(text: string | null): string {
  return text && /^\d{4}-\d{2}$/.test(text) ? text : "";
}
