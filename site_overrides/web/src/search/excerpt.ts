/** The part of a text that has most of what was asked for. */
import { type Asked, parts } from "./matches";

const WORDS = 26;
const BEFORE = 5; // words before the first that was asked for

/** Some words of a text; in it `<mark>` is the only markup, around words that were asked for. */
export function excerpt(text: string, asked: Asked[]): string {
  const words = text.split(" ");
  const hits = words.map((word) => {
    const folded = parts(word);
    return asked.flatMap((one, nth) => (folded.some((part) => one.fits(part)) ? [nth] : []));
  });
  const begin = best(hits);
  const shown = words.slice(begin, begin + WORDS).map((word) => marked(word, asked));
  const more = begin + WORDS < words.length && !/[.!?]$/.test(shown.at(-1) ?? "");
  return `${begin ? "… " : ""}${shown.join(" ")}${more ? " …" : ""}`;
}

/** Where the words begin among which most different ones were asked for, and then most of all. */
function best(hits: number[][]): number {
  let [begin, most] = [0, -1];
  hits.forEach((hit, at) => {
    if (at && !hit.length) return;
    const start = Math.max(0, Math.min(at - BEFORE, hits.length - WORDS));
    const inside = hits.slice(start, start + WORDS).flat();
    const score = new Set(inside).size * WORDS * 2 + inside.length;
    if (score > most) [begin, most] = [start, score];
  });
  return begin;
}

function marked(word: string, asked: Asked[]): string {
  return word.replace(/[\p{L}\p{N}\p{M}'’ʼ]+|[&<>]/gu, (part) => {
    if (part.length === 1 && "&<>".includes(part)) return { "&": "&amp;", "<": "&lt;", ">": "&gt;" }[part] as string;
    return parts(part).some((one) => asked.some((each) => each.fits(one))) ? `<mark>${part}</mark>` : part;
  });
}
