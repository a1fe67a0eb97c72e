/** New children in place of old ones, without taking the reader's place from under them. */

const MARKS = ["href", "name", "value", "aria-label", "data-of"];

/** Replace the children of a box; what had the focus or stood open and comes again has and does so still. */
export function redraw(box: Element, ...children: (Node | string)[]): void {
  const held = document.activeElement;
  const focused = held && held !== box && box.contains(held) ? mark(held) : null;
  const opened = new Set([...box.querySelectorAll("details[open]")].map(mark));
  box.replaceChildren(...children);
  for (const part of box.querySelectorAll("details")) part.open ||= opened.has(mark(part));
  if (focused === null) return;
  const stops = box.querySelectorAll<HTMLElement>("a, button, input, select, summary");
  [...stops].find((stop) => mark(stop) === focused)?.focus();
}

/** What tells one element from another, whatever counts it shows. */
function mark(part: Element): string {
  const said = part instanceof HTMLButtonElement ? part.textContent : "";
  return [part.tagName, said, ...MARKS.map((name) => part.getAttribute(name))].join("|");
}
