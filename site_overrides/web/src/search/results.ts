/** What was found, as lists. */
import { element, marked } from "../elements";
import { lang, text } from "../strings";
import type { Name } from "./names";
import type { Hit } from "./text";

/** Names, each with its page and a button that makes it a filter. */
export function nameList(names: Name[], root: URL, filter: (name: Name) => void): HTMLElement {
  const items = names.map((name) => {
    const sort = text(`facet.${name.facet}`).toLocaleLowerCase(document.documentElement.lang);
    const facts = [name.by, sort, text("count.entries", { n: name.entries })];
    return element(
      "li", {},
      element(
        "button",
        { type: "button", class: "dl-search__name", "data-stop": "", onclick: () => filter(name) },
        element("span", { class: "dl-said-only" }, `${text("search.only")} `),
        element("b", { lang }, name.name),
        " ",
        element("small", {}, facts.filter(Boolean).join(", ")),
      ),
      element("a", { href: new URL(name.address, root).href, "aria-label": text("search.page_of", { name: name.name }) }, text("search.page")),
    );
  });
  return element("ul", { "aria-label": text("search.names") }, ...items);
}

/** One entry: when, its headline, and the words around what was found. */
export function resultItem(hit: Hit): HTMLLIElement {
  return element(
    "li", {},
    element(
      "a", { href: hit.url, "data-stop": "" },
      element("small", {}, hit.meta.date ?? text("date.unknown"), hit.meta.differ && ` · ${text("search.differ")}`),
      element("b", { lang }, hit.meta.title ?? hit.url),
    ),
    element("p", { lang }, ...marked(hit.excerpt)),
  );
}
