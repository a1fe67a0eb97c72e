/** The words of all entries, in small files by first and by last letter, for typing mistakes. */
import { distance } from "fastest-levenshtein";
import { fold } from "./names";

const files = new Map<string, Promise<string[]>>();

/**
 * The word nearest to one that no entry has; null where none is near.
 * A word with one or two mistakes has its first or its last letter right nearly always.
 */
export async function nearest(root: URL, word: string): Promise<string | null> {
  const plain = fold(word);
  if (plain.length < 4) return null;
  const keys = [`${plain[0]}`, `-${plain[plain.length - 1]}`].filter((key) => /^-?[a-z]$/.test(key));
  const found = await Promise.all(keys.map((key) => load(root, key)));
  const allowed = plain.length < 7 ? 1.5 : 2;
  let best: [number, string] | null = null;
  for (const candidate of found.flat()) { // the most frequent words come first
    if (Math.abs(candidate.length - plain.length) > allowed) continue;
    const apart = mistakes(plain, candidate);
    if (apart <= allowed && (best === null || apart < best[0])) best = [apart, candidate];
  }
  return best?.[1] ?? null;
}

/** Wrong letters; two that changed places are one mistake and a half. */
function mistakes(one: string, other: string): number {
  const apart = distance(one, other);
  if (apart !== 2 || one.length !== other.length) return apart;
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] ? 1.5 : 2;
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
