/** The full text of entries: Pagefind's index, its filters and its order. */
import { FACETS, type Facet, type State } from "./state";

export interface Found {
  total: number;
  /** Results without the filters, to say why nothing was found. */
  unfiltered: number;
  /** How many results each value of each facet would leave; without the facets that were not loaded. */
  counts: Record<Facet, Record<string, number>>;
  results: { data(): Promise<Hit> }[];
}

export interface Hit {
  url: string;
  excerpt: string;
  meta: { title?: string; date?: string; differ?: string };
}

type Counts = Record<string, Record<string, number>>;

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Counts>;
  search(words: string, options: object): Promise<{
    results: { data(): Promise<Hit> }[];
    filters: Counts;
    unfilteredResultCount: number;
  }>;
}

export interface Text {
  entries: number;
  /** What is said where nothing is asked for: nothing is fetched for it. */
  all: Found;
  /** Months in which entries may lie, the first first. */
  months: string[];
  /** Load the values of all facets, two bytes an entry and facet, so that they are counted. */
  loadFacets(): Promise<unknown>;
  find(state: State): Promise<Found>;
}

/** What each entry is found by, as `generator/site/search/facets.py` has it: without any word
 * Pagefind would load the words of all. */
const EVERY = "ʘ";

export async function loadText(root: URL): Promise<Text> {
  const extent = fetch(new URL("search/extent.json", root));
  const address = new URL("pagefind/pagefind.js", root).href;
  const pagefind = (await import(address)) as Pagefind;
  // Its worker is a second copy of itself to fetch, for work of a few milliseconds.
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 26, noWorker: true });
  await pagefind.init();
  const { entries, months } = (await (await extent).json()) as Pick<Text, "entries" | "months">;
  const all = { total: entries, unfiltered: entries, counts: counted({}), results: [] };
  return { entries, months, all, loadFacets: () => pagefind.filters(), find: (state) => find(pagefind, months, state) };
}

async function find(pagefind: Pagefind, months: string[], state: State): Promise<Found> {
  const order = { newest: { date: "desc" }, oldest: { date: "asc" }, relevance: undefined }[state.sort];
  const sort = order ?? (state.words.trim() ? undefined : { date: "desc" });
  const answer = await pagefind.search(state.words.trim() || EVERY, {
    filters: filters(state, months),
    ...(sort ? { sort } : {}),
  });
  return {
    total: answer.results.length,
    unfiltered: answer.unfilteredResultCount,
    counts: counted(answer.filters),
    results: answer.results,
  };
}

function counted(counts: Counts): Found["counts"] {
  return Object.fromEntries(FACETS.map((facet) => [facet, counts[facet] ?? {}])) as Found["counts"];
}

/** Every chosen value must hold; of the months within the range any one does. */
function filters(state: State, months: string[]): object {
  const all: Record<string, unknown> = {};
  for (const facet of FACETS) if (state.chosen[facet].length) all[facet] = { all: state.chosen[facet] };
  if (state.from || state.to) {
    const inside = months.filter((m) => (!state.from || m >= state.from) && (!state.to || m <= state.to));
    all["month"] = { any: inside.length ? inside : ["none"] };
  }
  return all;
}
