/** What narrows the search: facets with counts, and a range of months. */
import { element } from "../elements";
import type { Names } from "./names";
import { FACETS, type Facet, type State } from "./state";
import type { Found } from "./text";

const TITLES: Record<Facet, string> = {
  topic: "Topic", actor: "Actor", place: "Place", kind: "Kind", status: "Status", source: "Source",
};
const SHOWN = 8;

/** A list of values for each facet, the most frequent first, the chosen always. */
export function facetList(
  found: Pick<Found, "counts">, state: Pick<State, "chosen">, names: Names, toggle: (facet: Facet, id: string) => void,
): HTMLElement[] {
  return FACETS.flatMap((facet) => {
    const chosen = state.chosen[facet];
    const counted = Object.entries(found.counts[facet]).filter(([id, n]) => n > 0 || chosen.includes(id));
    if (counted.length === 0) return [];
    counted.sort(([one, n], [other, m]) => m - n || one.localeCompare(other));
    const values = counted.map(([id, count]) => value(facet, id, count));
    const [first, rest] = [values.slice(0, SHOWN), values.slice(SHOWN)];
    const more = rest.length > 0 && element("details", {}, element("summary", {}, `${rest.length} more`), ...rest);
    return [element("fieldset", {}, element("legend", {}, TITLES[facet]), ...first, more)];

    function value(of: Facet, id: string, count: number): HTMLLabelElement {
      const box = element("input", {
        type: "checkbox", checked: chosen.includes(id), onchange: () => toggle(of, id),
      });
      const label = names.label(of, id);
      return element("label", {}, box, element("span", {}, shown(of, label)), element("small", {}, `${count}`));
    }
  });
}

/** Two lists of months; entries whose dates can lie within are found. */
export function monthRange(
  months: string[], state: State, change: (part: Partial<State>) => void,
): HTMLFieldSetElement {
  const select = (end: "from" | "to", title: string) => {
    const options = [
      element("option", { value: "" }, end === "from" ? "any month" : "any month"),
      ...months.map((m) => element("option", { value: m, selected: m === state[end] }, monthName(m))),
    ];
    const list = element("select", {}, ...options);
    list.addEventListener("change", () => change({ [end]: list.value }));
    return element("label", { class: "dl-search__month" }, element("span", {}, title), list);
  };
  return element("fieldset", {}, element("legend", {}, "Date"), select("from", "From"), select("to", "To"));
}

function monthName(month: string): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  const language = document.documentElement.lang || "en";
  return day.toLocaleDateString(language, { month: "long", year: "numeric", timeZone: "UTC" });
}

function shown(facet: Facet, label: string): string {
  const worded = facet === "kind" || facet === "status" ? label.replaceAll("-", " ") : label;
  return worded.charAt(0).toUpperCase() + worded.slice(1);
}
