/** The search: names and full text as one types, with facets and a range of months beside. */
import { element } from "../elements";
import { redraw } from "../redraw";
import { either, filled, text } from "../strings";
import { facetList, monthRange, valueName } from "./facets";
import { loadNames, type Name, type Names } from "./names";
import { nameList, resultItem } from "./results";
import { anyFilter, emptyState, FACETS, readState, type State, writeState } from "./state";
import { type Found, type Hit, loadText, type Text } from "./text";
import { hasShorter, near } from "./words";

const PAGE = 10;
const PAUSE = 80; // ms without a key before the full text is asked
const FEW = 5; // entries, below which words may be mistyped
const MANY = 3000; // entries, above which facets are loaded only when they are opened

let dialog: Search | null = null;

/** Open the search, with what the address says or what was asked last; its words are loaded. */
export function open(root: URL): void {
  dialog ??= new Search(root);
  dialog.open();
}

class Search {
  private state: State = emptyState();
  private names: Names | null = null;
  private text: Text | null = null;
  private shown = PAGE;
  private question = "";
  private pause = 0;
  private readonly field = element("input", {
    type: "search",
    "aria-label": text("search.label"),
    placeholder: text("search.placeholder"),
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => this.typed(),
  });
  private readonly facets = element("div", { class: "dl-search__facets" });
  private readonly narrow = element(
    "details", { class: "dl-search__narrow" }, element("summary", {}, text("search.narrow")), this.facets,
  );
  private readonly chips = element("div", { class: "dl-search__chips" });
  private readonly found = element("div", { class: "dl-search__names" });
  private readonly summary = element("p", { class: "dl-search__summary", role: "status" });
  private readonly list = element("ol", { class: "dl-search__results" });
  private readonly more = element(
    "button", { type: "button", class: "dl-search__more", onclick: () => this.showMore() }, text("search.more"),
  );
  private readonly box: HTMLDialogElement;

  constructor(private readonly root: URL) {
    const close = () => this.box.close();
    this.box = element(
      "dialog",
      { class: "dl-search", "aria-label": text("search.title"), onkeydown: ((e: KeyboardEvent) => this.key(e)) as EventListener },
      element(
        "form", { class: "dl-search__bar", role: "search", onsubmit: (event) => this.submit(event) },
        this.field,
        element("button", { type: "button", class: "dl-search__close", onclick: close }, text("search.close")),
      ),
      this.chips,
      element(
        "div", { class: "dl-search__body" },
        this.narrow,
        element("div", { class: "dl-search__main" }, this.found, this.summary, this.list, this.more),
      ),
    );
    this.more.hidden = true;
    this.narrow.addEventListener("toggle", () => this.narrow.open && void this.ask());
    this.box.addEventListener("close", () => this.closed());
    this.box.addEventListener("click", (event) => {
      if (event.target === this.box) close();
    });
    document.body.append(this.box);
  }

  open(): void {
    if (this.box.open) return;
    this.state = readState(location.search) ?? this.state;
    this.field.value = this.state.words;
    this.box.showModal();
    this.field.focus();
    this.field.select();
    void this.load();
  }

  private async load(): Promise<void> {
    const first = !this.text;
    try {
      const loading = this.text ?? loadText(this.root);
      this.names ??= await loadNames(this.root);
      this.showNames(); // the text takes longer
      this.text = await loading;
    } catch (error) {
      this.summary.textContent = text("search.failed");
      throw error;
    }
    if (first) this.narrow.open = this.text.entries <= MANY && matchMedia("(min-width: 60em)").matches;
    await this.ask();
  }

  private typed(): void {
    this.state.words = this.field.value;
    this.question = ""; // an answer on its way is to other words
    this.showNames();
    clearTimeout(this.pause);
    const letters = [...this.state.words.trim()].length;
    if (letters && letters < (this.text?.letters ?? 2)) return; // much of the index begins so
    this.pause = window.setTimeout(() => void this.ask(), PAUSE);
  }

  private submit(event: Event): void {
    event.preventDefault();
    clearTimeout(this.pause);
    void this.ask();
  }

  /** Change what is asked for, and ask. */
  private change(change: (state: State) => void): void {
    change(this.state);
    this.field.value = this.state.words;
    this.shown = PAGE;
    void this.ask();
  }

  private async ask(): Promise<void> {
    if (!this.text || !this.names || !this.box.open) return;
    history.replaceState(history.state, "", this.blank() ? location.pathname : writeState(this.state));
    const question = JSON.stringify([this.state, this.shown, this.narrow.open]);
    if (question === this.question) return; // its answer stands there or is on its way
    this.question = question;
    delete this.box.dataset["settled"];
    const found = this.blank() && !this.narrow.open ? this.text.all : await this.text.find(this.state, this.narrow.open);
    const hits = await found.hits(this.shown);
    const shortened = hits[0] !== undefined && hasShorter(hits[0].excerpt, this.state.words);
    const meant = shortened || found.unfiltered < FEW ? await this.meant() : [];
    if (question !== this.question) return; // a newer question is on its way
    const held = document.activeElement;
    this.showNames();
    this.showChips();
    redraw(
      this.facets,
      monthRange(this.text.months, this.state, (part) => this.change((s) => Object.assign(s, part))),
      ...facetList(found, this.state, this.names, (facet, id) => this.toggle(facet, id)),
    );
    this.say(found, meant, shortened);
    this.show(hits, found.total);
    if (!held?.isConnected && document.activeElement === document.body) this.field.focus(); // it is gone
  }

  private blank(): boolean {
    return !this.state.words.trim() && !anyFilter(this.state);
  }

  private toggle(facet: (typeof FACETS)[number], id: string): void {
    this.change((state) => {
      const values = state.chosen[facet];
      state.chosen[facet] = values.includes(id) ? values.filter((v) => v !== id) : [...values, id];
    });
  }

  /** The question with each mistyped word put right, in up to three ways where it is one word. */
  private async meant(): Promise<string[]> {
    const words = this.state.words.split(/\s+/).filter(Boolean);
    const all = await Promise.all(words.map((word) => near(this.root, word)));
    if (all.every(({ known, words }) => known || !words.length)) return [];
    if (all.length === 1) return all[0]?.words ?? [];
    return [words.map((word, i) => (all[i]?.known ? word : (all[i]?.words[0] ?? word))).join(" ")];
  }

  private showNames(): void {
    const words = this.state.words.trim();
    const found = words && this.names ? this.names.find(words) : [];
    const filter = (name: Name) =>
      this.change((state) => {
        state.words = "";
        if (!state.chosen[name.facet].includes(name.id)) state.chosen[name.facet].push(name.id);
      });
    redraw(this.found, ...(found.length ? [nameList(found, this.root, filter)] : []));
  }

  private showChips(): void {
    const chosen = FACETS.flatMap((facet) =>
      this.state.chosen[facet].map((id) =>
        element(
          "button",
          { type: "button", class: "dl-search__chip", onclick: () => this.toggle(facet, id),
            "aria-label": text("search.remove", { name: valueName(this.names, facet, id) }) },
          valueName(this.names, facet, id), element("span", { "aria-hidden": "true" }, " ×"),
        ),
      ),
    );
    redraw(this.chips, ...chosen);
  }

  private say(found: Found, meant: string[], shortened: boolean): void {
    const count = text("count.entries", { n: found.total });
    const parts: (Node | string)[] = [];
    const listed = this.blank() && found !== this.text?.all;
    if (found.total && shortened) parts.push(text("search.beginnings", { n: found.total }), " ");
    else if (found.total) parts.push(listed ? text("search.newest", { entries: count }) : count);
    else if (found.unfiltered && anyFilter(this.state)) {
      const clear = (state: State) => Object.assign(state, { ...emptyState(), words: state.words });
      parts.push(text("search.filtered", { n: found.unfiltered }), " ", this.button(text("search.clear"), clear));
    } else parts.push(text("search.none", { words: this.state.words.trim() }), " ");
    const ways = meant.map((words) => this.button(words, (state) => (state.words = words)));
    if (ways.length) parts.push(" ", ...filled("search.meant", { words: either(ways) }));
    if (found.total > 1 && !this.blank()) parts.push(" ", this.sorting());
    redraw(this.summary, ...parts);
  }

  private button(label: string, change: (state: State) => void): HTMLButtonElement {
    return element(
      "button", { type: "button", class: "dl-search__link", onclick: () => this.change(change) }, label,
    );
  }

  private sorting(): HTMLSelectElement {
    const options = (["relevance", "newest", "oldest"] as const).map((value) =>
      element("option", { value, selected: value === this.state.sort }, text(`order.${value}`)),
    );
    const select = element("select", { "aria-label": text("order.label"), class: "dl-search__sort" }, ...options);
    select.addEventListener("change", () =>
      this.change((state) => (state.sort = select.value as State["sort"])),
    );
    return select;
  }

  private show(hits: Hit[], all: number): void {
    redraw(this.list, ...hits.map(resultItem));
    this.more.hidden = all <= this.shown;
    this.box.dataset["settled"] = this.state.words.trim();
  }

  private showMore(): void {
    this.shown += PAGE;
    void this.ask();
  }

  /** Arrows walk from the field through names and results and back; Escape closes at once. */
  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault(); // a search field would only be emptied
      this.box.close();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [this.field, ...this.box.querySelectorAll<HTMLElement>("[data-stop]")];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    stops[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  }

  private closed(): void {
    history.replaceState(history.state, "", location.pathname + location.hash);
  }
}
