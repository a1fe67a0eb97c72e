/** What was found, as lists. */
import { element, marked } from "../elements";
import type { Name } from "./names";
import type { Hit } from "./text";

const KINDS: Record<Name["facet"], string> = {
  actor: "actor", place: "place", topic: "topic", kind: "kind", status: "status", source: "source",
};

/** Names, each with its page and a button that makes it a filter. */
export function nameList(names: Name[], root: URL, filter: (name: Name) => void): HTMLElement {
  const items = names.map((name) => {
    const entries = name.entries === 1 ? "1 entry" : `${name.entries} entries`;
    return element(
      "li", {},
      element(
        "button",
        { type: "button", class: "dl-search__name", "data-stop": "", onclick: () => filter(name) },
        element("span", { class: "dl-said-only" }, "Only entries with "),
        element("b", {}, name.name),
        " ",
        element("small", {}, `${name.by ? `${name.by}, ` : ""}${KINDS[name.facet]}, ${entries}`),
      ),
      element("a", { href: new URL(name.address, root).href, "aria-label": `Page of ${name.name}` }, "Page"),
    );
  });
  return element("ul", { "aria-label": "Names" }, ...items);
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
      element("small", {}, hit.meta.date ?? "Date not known", hit.meta.differ && " · sources differ"),
      element("b", {}, hit.meta.title ?? hit.url),
    ),
    element("p", {}, ...marked(withoutTitle(hit))),
  );
}
