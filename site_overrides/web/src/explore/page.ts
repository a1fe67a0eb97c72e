/** Timeline, map and list of one selection at once. */
import { element } from "../elements";
import { redraw } from "../redraw";
import { facetList } from "../search/facets";
import { loadNames, type Names } from "../search/names";
import { emptyState } from "../search/state";
import { lang, loadStrings, text } from "../strings";
import { readSelection, writeSelection } from "./address";
import { type Chronology, type Entry, loadChronology } from "./data";
import { entryMap } from "./map";
import { count, type Selection, select } from "./select";
import { timeline } from "./timeline";

const PAGE = 50;

export async function explore(box: HTMLElement, root: URL): Promise<void> {
  const style = new URL("assets/bundle/explore.css", root).href;
  document.head.append(element("link", { rel: "stylesheet", href: style }));
  const [chronology, names] = await Promise.all([loadChronology(root), loadNames(root), loadStrings(root)]);
  new Explore(box, root, chronology, names).show();
}

class Explore {
  private selection: Selection = readSelection(location.search);
  private shown = PAGE;
  private readonly summary = element("p", { class: "dl-explore__summary", role: "status" });
  private readonly facets = element("div", { class: "dl-explore__facets" });
  private readonly list = element("ol", { class: "dl-explore__list" });
  private readonly more = element(
    "button", { type: "button", class: "dl-search__more", onclick: () => this.longer() }, text("search.more"),
  );
  private readonly words = element("input", {
    type: "search", "aria-label": text("explore.words_label"), placeholder: text("explore.words"),
    oninput: () => this.change((s) => (s.words = this.words.value)),
  });
  private readonly from = this.day("from");
  private readonly to = this.day("to");
  private readonly order = element(
    "select", { "aria-label": text("order.label"), onchange: () => this.reorder() },
    ...["newest", "oldest", "relevance"].map((value) => element("option", { value }, text(`order.${value}`))),
  );
  private readonly timeline;
  private readonly map;

  constructor(
    box: HTMLElement,
    private readonly root: URL,
    private readonly chronology: Chronology,
    private readonly names: Names,
  ) {
    const line = element("div", { class: "dl-explore__timeline" });
    const ground = element("div", { class: "dl-explore__map" });
    const narrow = element(
      "details", { class: "dl-explore__narrow" }, element("summary", {}, text("search.narrow")),
      element("fieldset", {}, element("legend", {}, text("explore.text")), this.words),
      element("fieldset", {}, element("legend", {}, text("explore.date")),
        element("label", {}, element("span", {}, text("explore.from")), this.from),
        element("label", {}, element("span", {}, text("explore.to")), this.to)),
      this.facets,
    );
    narrow.open = matchMedia("(min-width: 60em)").matches;
    box.replaceChildren(
      narrow,
      element("div", { class: "dl-explore__views" },
        element("div", { class: "dl-explore__bar" }, this.summary, this.order),
        line, ground, element("p", { class: "dl-explore__note" }, text("explore.note")), this.list, this.more),
    );
    const day = (date: Date) => date.toISOString().slice(0, 10);
    this.timeline = timeline(line, root, (from, to) =>
      this.change((s) => Object.assign(s, { from: day(from), to: day(to) })),
    );
    this.order.before(this.timeline.only);
    this.map = entryMap(ground, chronology, (place) => names.label("place", place), root, (place) =>
      this.change((s) => s.chosen.place.includes(place) || s.chosen.place.push(place)),
    );
    addEventListener("popstate", () => {
      this.selection = readSelection(location.search);
      this.show();
    });
  }

  show(): void {
    const found = select(this.chronology.entries, this.selection, (entry) => this.named(entry));
    if (this.words.value !== this.selection.words) this.words.value = this.selection.words;
    this.from.value = this.selection.from;
    this.to.value = this.selection.to;
    this.order.value = this.selection.sort;
    redraw(
      this.facets,
      ...facetList(
        { counts: count(found) }, this.selection, this.names,
        (facet, id) => this.change((s) => {
          const had = s.chosen[facet].includes(id);
          s.chosen[facet] = had ? s.chosen[facet].filter((value) => value !== id) : [...s.chosen[facet], id];
        }),
      ),
    );
    this.timeline.show(found);
    this.map.show(found);
    this.showList(found);
  }

  private showList(found: Entry[]): void {
    const all = this.chronology.entries.length;
    const some = found.length === all
      ? text("count.entries", { n: all })
      : text("explore.some", { some: found.length, n: all });
    const clear = element(
      "button", { type: "button", class: "dl-search__link",
        onclick: () => this.change((s) => Object.assign(s, { words: "", from: "", to: "", chosen: emptyState().chosen })) },
      text("explore.show_all"),
    );
    this.summary.replaceChildren(some, found.length === all ? "" : " ", found.length === all ? "" : clear);
    redraw(this.list, ...found.slice(0, this.shown).map((entry) => this.item(entry)));
    this.more.hidden = found.length <= this.shown;
  }

  private item(entry: Entry): HTMLLIElement {
    const places = entry.at.map((place) => this.names.label("place", place)).join(", ");
    const sources = text("count.sources", { n: entry.sources });
    const facts = [entry.said || text("date.unknown"), places, sources, entry.differ && text("search.differ")];
    return element(
      "li", { class: entry.hue },
      element("a", { href: new URL(entry.address, this.root).href, lang }, entry.title),
      element("small", {}, facts.filter(Boolean).join(" · ")),
    );
  }

  private named(entry: Entry): string {
    const facets = ["actor", "place", "topic"] as const;
    return facets.flatMap((facet) => entry.values[facet].map((id) => this.names.label(facet, id))).join(" ");
  }

  private change(change: (selection: Selection) => void): void {
    change(this.selection);
    this.shown = PAGE;
    history.replaceState(history.state, "", writeSelection(this.selection));
    this.show();
  }

  private reorder(): void {
    this.change((s) => (s.sort = this.order.value as Selection["sort"]));
  }

  private longer(): void {
    this.shown += PAGE;
    this.show();
  }

  private day(end: "from" | "to"): HTMLInputElement {
    const input = element("input", { type: "date" });
    input.addEventListener("change", () => this.change((s) => (s[end] = input.value)));
    return input;
  }
}
