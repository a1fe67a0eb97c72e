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

/** The excerpt without the headline, which stands above it already. */
function withoutTitle({ excerpt, meta }: Hit): string {
  const plain = excerpt.replace(/<\/?mark>/g, "");
  const title = `${meta.title ?? ""}.`;
  if (!meta.title || !plain.startsWith(title)) return excerpt;
  let at = 0;
  for (let left = title.length; left > 0; at++) {
    const mark = /^<\/?mark>/.exec(excerpt.slice(at));
    if (mark) at += mark[0].length - 1;
    else left--;
  }
  return excerpt.slice(at).replace(/^<\/mark>/, "").trim();
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
    element("p", { lang }, ...marked(withoutTitle(hit))),
  );
}
