/** The full text of entries: what is asked for, in the shares that can have it. */
import { excerpt } from "./excerpt";
import { narrowed, within } from "./filters";
import { Asked, asked, type Matches, matches, shorter } from "./matches";
import { type About, eachPage, FACET, Share } from "./shares";
import { anyFilter, FACETS, type Facet, type State } from "./state";
import { loadStem } from "./stems";

export interface Found {
  total: number;
  /** At least so many results without the filters, exact where few or none are left with them. */
  unfiltered: number;
  /** How many results each value of each facet would leave, where that was asked for. */
  counts: Record<Facet, Record<string, number>>;
  /** The first results, with what is shown of them. */
  hits(most: number): Promise<Hit[]>;
}

export interface Hit {
  url: string;
  excerpt: string;
  meta: { title?: string; date?: string; differ?: string };
}

export interface Text {
  entries: number;
  /** Letters from which on a word that is still being typed is worth asking for. */
  letters: number;
  /** What is said where nothing is asked for: nothing is fetched for it. */
  all: Found;
  /** Months in which entries may lie, the first first. */
  months: string[];
  find(state: State, counted: boolean): Promise<Found>;
}

interface Index {
  language: string;
  entries: number;
  months: string[];
  /** In order of time. */
  shares: About[];
}

/** Pages of one share that were found, each with a score above 0. */
interface Part {
  share: Share;
  scores: Float64Array;
}

const FEW = 5; // results, below which it is told how many there were without the filters
const SEVERAL = 4; // shares, above which words of two letters would load much of the index

export async function loadText(root: URL): Promise<Text> {
  const answer = await fetch(new URL("search/index.json", root));
  if (!answer.ok) throw new Error(`search/index.json: ${answer.status}`);
  const { language, entries, months, shares: all } = (await answer.json()) as Index;
  const [stem, shares] = [await loadStem(language), all.map((about) => new Share(root, about))];
  const letters = shares.length > SEVERAL ? 3 : 2;
  const nothing: Found = { total: entries, unfiltered: entries, counts: noCounts(), hits: async () => [] };

  async function find(state: State, counted: boolean): Promise<Found> {
    const words = asked(state.words, stem);
    const inside = within(shares, state);
    const { total, parts } = await look(inside, words, state, letters);
    const counts = counted ? await count(parts) : noCounts();
    const least = total < FEW && anyFilter(state);
    const unfiltered = least ? (await look(shares, words, null, letters)).total : total;
    const newest = state.sort === "newest" || (state.sort === "relevance" && !words.length);
    return {
      total, unfiltered, counts,
      hits: (most) => Promise.all(first(parts, most, newest ? "newest" : state.sort).map(async ({ share, page }) => {
        const [url, title, date, differ, text] = await share.row(page);
        const meta = { title, date, ...(differ ? { differ: "yes" } : {}) };
        return { url: new URL(url, root).href, excerpt: excerpt(text, words), meta };
      })),
    };
  }
  return { entries, months, letters, all: nothing, find };
}

/** Find the pages that have every word, and every value that was chosen. */
async function look(shares: Share[], words: Asked[], state: State | null, letters: number): Promise<{ total: number; parts: Part[] }> {
  const inAll = await Promise.all(words.map(async (word) => {
    const found = await Promise.all(shares.map((share) => matches(share, word, letters)));
    return found.some(({ size }) => size) ? found : shorter(shares, word);
  }));
  const pages = shares.reduce((sum, { about }) => sum + about.pages, 0);
  const rare = inAll.map((found) => Math.log1p(pages / (1 + found.reduce((sum, { size }) => sum + size, 0))));
  const allowed = await Promise.all(shares.map((share) => narrowed(share, state, !words.length)));
  let total = 0;
  const parts = shares.map((share, nth) => {
    const scores = scored(share, inAll.map((found) => found[nth] as Matches), rare, allowed[nth] ?? null);
    for (const score of scores) total += score && 1;
    return { share, scores };
  });
  return { total, parts };
}

function scored(share: Share, found: Matches[], rare: number[], allowed: Uint8Array | null): Float64Array {
  const scores = new Float64Array(share.about.pages);
  for (let page = 0; page < scores.length; page++) {
    if (allowed && !allowed[page]) continue;
    let score = found.length ? 0 : 1;
    for (let nth = 0; nth < found.length; nth++) {
      const grade = (found[nth] as Matches).grades[page] as number;
      if (!grade) {
        score = 0;
        break;
      }
      score += grade * (rare[nth] as number);
    }
    scores[page] = score;
  }
  return scores;
}

/** The first pages by date, or by score; those that score alike the newest first. */
function first(parts: Part[], most: number, sort: State["sort"]): { share: Share; page: number }[] {
  const best: { share: Share; page: number; score: number }[] = [];
  const byScore = sort === "relevance";
  for (const { share, scores } of sort === "oldest" ? parts : [...parts].reverse()) {
    for (let nth = 0; nth < scores.length; nth++) {
      const page = sort === "oldest" ? nth : scores.length - 1 - nth;
      const score = scores[page] as number;
      if (!score || (best.length === most && (!byScore || score <= (best[most - 1]?.score ?? 0)))) continue;
      const place = byScore ? best.findIndex((one) => one.score < score) : -1;
      best.splice(place < 0 ? best.length : place, 0, { share, page, score });
      if (best.length > most) best.pop();
    }
  }
  return best;
}

async function count(parts: Part[]): Promise<Found["counts"]> {
  const counts = noCounts();
  await Promise.all(parts.map(async ({ share, scores }) => {
    for (const word of await share.facets()) {
      const [facet, value] = split(word.word);
      if (!counts[facet]) continue;
      let n = 0;
      eachPage(word, (page) => (n += scores[page] ? 1 : 0));
      if (n) counts[facet][value] = (counts[facet][value] ?? 0) + n;
    }
  }));
  return counts;
}

function split(word: string): [Facet, string] {
  const colon = word.indexOf(":");
  return [word.slice(FACET.length, colon) as Facet, word.slice(colon + 1)];
}

function noCounts(): Found["counts"] {
  return Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Found["counts"];
}
