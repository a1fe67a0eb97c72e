/** The words of all entries, in small files by first and by last letter, for typing mistakes. */
import { distance } from "fastest-levenshtein";
import { fold } from "./names";

const SHOWN = 3;
const files = new Map<string, Promise<string[]>>();

/** What is near a word as it was typed. */
export interface Near {
  /** Whether an entry has the word itself. */
  known: boolean;
  /** Words of entries that differ by a letter or two, the nearest and most frequent first. */
  words: string[];
}

/**
 * Words near one that was typed.
 * A word with one or two mistakes has its first or its last letter right nearly always; two letters
 * that changed places there are tried as well.
 */
export async function near(root: URL, word: string): Promise<Near> {
  const typed = fold(word);
  if (typed.length < 4) return { known: true, words: [] };
  const ends = [typed[0], typed[1], `-${typed.at(-1)}`, `-${typed.at(-2)}`];
  const keys = [...new Set(ends)].filter((key) => /^-?[a-z]$/.test(`${key}`));
  const found = await Promise.all(keys.map((key) => load(root, `${key}`)));
  const allowed = typed.length < 5 ? 1 : 2;
  const words = new Map<string, [apart: number, rank: number]>();
  for (const list of found) {
    list.forEach((word, rank) => { // the most frequent words come first
      if (Math.abs(word.length - typed.length) > allowed) return;
      const apart = mistakes(typed, word);
      if (apart <= allowed && rank < (words.get(word)?.[1] ?? Infinity)) words.set(word, [apart, rank]);
    });
  }
  const sorted = [...words].sort(([, [a, m]], [, [b, n]]) => a - b || m - n).map(([word]) => word);
  return { known: words.has(typed), words: sorted.slice(0, SHOWN) };
}

/**
 * Whether a word was found that is but the beginning of one that was typed: entries with `post` where
 * none has `postoned`.
 */
export function hasShorter(excerpt: string, typed: string): boolean {
  const words = fold(typed).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3);
  const marks = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, mark]) =>
    fold(mark ?? "").replace(/[^\p{L}\p{N}]+/gu, ""),
  );
  return marks.some((mark) =>
    words.some((word) => word.startsWith(mark) && word.length > mark.length + 1)
    && !words.some((word) => mark.startsWith(word)),
  );
}

/** Letters left out, added, changed, or once swapped with the next. */
function mistakes(typed: string, meant: string): number {
  let least = distance(typed, meant);
  if (least < 2 || least > 3) return least;
  for (let at = 1; at < typed.length; at++) {
    const swapped = `${typed.slice(0, at - 1)}${typed[at]}${typed[at - 1]}${typed.slice(at + 1)}`;
    least = Math.min(least, 1 + distance(swapped, meant));
  }
  return least;
}

function load(root: URL, key: string): Promise<string[]> {
  const known = files.get(key);
  if (known) return known;
  const asked = fetch(new URL(`search/words/${key}.txt`, root)).then(async (answer) =>
    answer.ok ? (await answer.text()).split("\n").filter(Boolean) : [],
  );
  files.set(key, asked);
  return asked;
}
