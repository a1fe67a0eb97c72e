/** Elements made from text: nothing that comes from content is ever parsed as HTML. */

type Child = Node | string | null | undefined | false;

/** Make an element with attributes and children; `on…` keys are listeners, `false` leaves out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | EventListener | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (typeof value === "string") made.setAttribute(name, value);
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

/** Turn an excerpt, in which only `<mark>` is markup, into nodes. */
export function marked(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const inside = /^<mark>(.*)<\/mark>$/.exec(part);
    const text = (inside?.[1] ?? part).replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
    return inside ? element("mark", {}, text) : document.createTextNode(text);
  });
}
