/** The names of actors, places and topics, found as one types, in any spelling and with mistakes. */
import MiniSearch from "minisearch";
import type { Facet } from "./state";

/** Facet, id, name, address below the site's root, entries, other names. */
type Row = [Facet, string, string, string, number, string[]];

export interface Name {
  facet: Facet;
  id: string;
  name: string;
  address: string;
  entries: number;
  /** The other name by which it was found, if any. */
  by?: string;
}

export interface Names {
  find(words: string): Name[];
  label(facet: Facet, id: string): string;
}

/** Letters that no decomposition folds. */
const LETTERS: Record<string, string> = { ł: "l", đ: "d", ð: "d", ø: "o", æ: "ae", œ: "oe", ß: "ss", ı: "i", þ: "th" };
const SHOWN = 6;

export function fold(term: string): string {
  const plain = term.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
  return plain.replace(/[łđðøæœßıþ]/g, (letter) => LETTERS[letter] ?? letter).replace(/['’ʼ`]/g, "");
}

export async function loadNames(root: URL): Promise<Names> {
  const answer = await fetch(new URL("search/names.json", root));
  if (!answer.ok) throw new Error(`search/names.json: ${answer.status}`);
  return names((await answer.json()) as Row[]);
}

export function names(rows: Row[]): Names {
  const index = new MiniSearch<{ id: number; name: string; other: string }>({
    fields: ["name", "other"],
    processTerm: (term) => fold(term) || null,
  });
  index.addAll(rows.map((row, id) => ({ id, name: row[2], other: row[5].join(" ") })));
  const labels = new Map(rows.map((row) => [`${row[0]} ${row[1]}`, row[2]]));
  return {
    label: (facet, id) => labels.get(`${facet} ${id}`) ?? id,
    find: (words) => {
      const search = (fuzzy: (term: string) => number | false) =>
        index.search(words, {
          combineWith: "AND",
          prefix: (term) => term.length > 1,
          fuzzy,
          boost: { name: 2 },
          boostDocument: (id) => 1 + Math.log1p(rows[id as number]?.[4] ?? 0) / 4,
        });
      const sure = search(mistakes);
      const found = sure.length ? sure : search(moreMistakes);
      return found.slice(0, SHOWN).flatMap(({ id, terms }) => {
        const row = rows[id as number];
        return row ? [named(row, terms)] : [];
      });
    },
  };
}

/** How many letters may be wrong: none in short words, where all would be like all. */
function mistakes(term: string): number | false {
  return term.length < 4 ? false : term.length < 7 ? 1 : 2;
}

/** The same where nothing was found so; two letters that changed places count as two. */
function moreMistakes(term: string): number | false {
  return term.length < 5 ? false : term.length < 8 ? 2 : 3;
}

function named([facet, id, name, address, entries, others]: Row, terms: string[]): Name {
  const has = (text: string) => text.split(/[\s-]+/).some((word) => terms.includes(fold(word)));
  const by = has(name) ? undefined : others.find(has);
  return { facet, id, name, address, entries, ...(by ? { by } : {}) };
}
