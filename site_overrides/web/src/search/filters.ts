/** What facets and the range of months leave of a share. */
import { eachPage, FACET, type Share, type Word } from "./shares";
import { FACETS, type State } from "./state";

const MONTH = `${FACET}month:`;

/** The shares that can have pages within the range of months. */
export function within(shares: Share[], { from, to }: State): Share[] {
  if (!from && !to) return shares;
  return shares.filter(({ about: { first, last } }) => first && (!to || first <= to) && (!from || last >= from));
}

/**
 * The pages of a share that have every value that was chosen, and lie in any month of the range;
 * where no word is asked for, entries alone. Nothing where none is left out.
 */
export async function narrowed(share: Share, state: State | null, entries: boolean): Promise<Uint8Array | null> {
  const chosen = state ? FACETS.flatMap((facet) => state.chosen[facet].map((value) => `${facet}:${value}`)) : [];
  const found = chosen.map((value) => share.words(FACET + value, true));
  if (state && (state.from || state.to)) found.push(inside(share, state));
  if (entries && !found.length) found.push(share.words(FACET, true));
  if (!found.length) return null;
  const have = new Uint8Array(share.about.pages);
  for (const words of await Promise.all(found)) {
    const any = new Uint8Array(have.length);
    for (const word of words) eachPage(word, (page) => (any[page] = 1));
    any.forEach((one, page) => (have[page] = (have[page] as number) + one));
  }
  return have.map((n) => (n === found.length ? 1 : 0));
}

/** The months of a share that lie within the range. */
async function inside(share: Share, { from, to }: State): Promise<Word[]> {
  const months = await share.words(MONTH);
  return months.filter(({ word }) => {
    const month = word.slice(MONTH.length);
    return month >= from && (!to || month <= to);
  });
}
