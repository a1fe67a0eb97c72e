/** What narrows the search: facets with counts, and a range of months. */
import { element } from "../elements";
import { label as labelled, lang, text } from "../strings";
import type { Names } from "./names";
import { FACETS, type Facet, type State } from "./state";
import type { Found } from "./text";

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
    const more = rest.length > 0 && element("details", { "data-of": facet }, element("summary", {}, text("search.more_values", { n: rest.length })), ...rest);
    return [element("fieldset", {}, element("legend", {}, text(`facet.${facet}`)), ...first, more)];

    function value(of: Facet, id: string, count: number): HTMLLabelElement {
      const box = element("input", {
        type: "checkbox", name: of, value: id, checked: chosen.includes(id), onchange: () => toggle(of, id),
      });
      return element("label", {}, box, element("span", { lang: ofContent(of) ? lang : undefined }, valueName(names, of, id)), element("small", {}, `${count}`));
    }
  });
}

/** Two lists of months; entries whose dates can lie within are found. */
export function monthRange(
  months: string[], state: State, change: (part: Partial<State>) => void,
): HTMLFieldSetElement {
  const select = (end: "from" | "to", title: string) => {
    const options = [
      element("option", { value: "" }, text("explore.any_month")),
      ...months.map((m) => element("option", { value: m, selected: m === state[end] }, monthName(m))),
    ];
    const list = element("select", { name: end }, ...options);
    list.addEventListener("change", () => change({ [end]: list.value }));
    return element("label", { class: "dl-search__month" }, element("span", {}, title), list);
  };
  return element("fieldset", {}, 
    element("legend", {}, text("explore.date")), select("from", text("explore.from")), select("to", text("explore.to")),
  );
}

function monthName(month: string): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  const language = document.documentElement.lang || "en";
  return day.toLocaleDateString(language, { month: "long", year: "numeric", timeZone: "UTC" });
}

/** The name of a facet's value: of a kind or status that the table has not, its id in words. */
export function valueName(names: Names | null, facet: Facet, id: string): string {
  const name = ofContent(facet)
    ? (names?.label(facet, id) ?? id)
    : (labelled(facet, id) ?? id.replaceAll("-", " "));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function ofContent(facet: Facet): boolean {
  return facet !== "kind" && facet !== "status";
}
