/** Which entries a reader has chosen, and what each further choice would leave. */
import { fold } from "../search/names";
import { FACETS, type Facet } from "../search/state";
import { dayOf, type Entry } from "./data";

export interface Selection {
  words: string;
  chosen: Record<Facet, string[]>;
  /** First and last day, as in `2025-11-25`; empty where it is open. */
  from: string;
  to: string;
  sort: "newest" | "oldest" | "relevance";
}

export type Counts = Record<Facet, Record<string, number>>;

/** An entry has all the words and values, and its date can lie within the range. */
export function select(entries: Entry[], selection: Selection, named: (entry: Entry) => string): Entry[] {
  const words = fold(selection.words).split(/\s+/).filter(Boolean);
  const wanted = FACETS.flatMap((facet) => selection.chosen[facet].map((id) => [facet, id] as const));
  const range = [
    selection.from ? dayOf(selection.from) : -Infinity,
    selection.to ? dayOf(selection.to) : Infinity,
  ] as const;
  const found = entries.filter(
    (entry) =>
      wanted.every(([facet, id]) => entry.values[facet].includes(id)) &&
      within(entry, range) &&
      has(words, entry, named),
  );
  return ordered(found, selection.sort, words);
}

/** How many of the entries have each value of each facet. */
export function count(entries: Entry[]): Counts {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as Counts;
  for (const entry of entries)
    for (const facet of FACETS)
      for (const value of entry.values[facet]) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
  return counts;
}

/** Ranges are compared by overlap; what has no date lies in no range. */
function within(entry: Entry, [from, to]: readonly [number, number]): boolean {
  if (from === -Infinity && to === Infinity) return true;
  return entry.days !== null && entry.days[0] <= to && entry.days[1] >= from;
}

function has(words: string[], entry: Entry, named: (entry: Entry) => string): boolean {
  if (words.length === 0) return true;
  const text = fold(`${entry.title} ${named(entry)}`);
  return words.every((word) => text.includes(word));
}

/** Entries come newest first; relevant is what has more of the words in its headline. */
function ordered(found: Entry[], sort: Selection["sort"], words: string[]): Entry[] {
  if (sort === "newest") return found;
  if (sort === "oldest") return [...found].sort((a, b) => (a.days?.[0] ?? Infinity) - (b.days?.[0] ?? Infinity));
  const hits = (entry: Entry) => words.filter((word) => fold(entry.title).includes(word)).length;
  return [...found].sort((a, b) => hits(b) - hits(a));
}
