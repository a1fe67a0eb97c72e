/** Which pages of a share have a word in one of its forms, or words in a row. */
import { fold } from "./names";
import { eachPage, type Share, type Word } from "./shares";

/** What is asked for as one: a word, or those between quotation marks. */
export class Asked {
  /** A word that begins as it does, and is found because none has all of it. */
  short = "";
  private readonly root: string;

  constructor(readonly words: string[], readonly phrase: boolean, private readonly stem: (word: string) => string) {
    this.root = stem(this.word);
  }

  get word(): string {
    return this.words[0] as string;
  }

  /** With what all words begin that have the same stem. */
  get beginning(): string {
    let same = 0;
    while (same < this.root.length && this.root[same] === this.word[same]) same++;
    return same < LEAST ? this.word : this.word.slice(0, same);
  }

  fits(word: string): boolean {
    if (this.phrase) return this.words.includes(word);
    return word.startsWith(this.word) || word === this.short || this.stem(word) === this.root;
  }

  /** How near a word that fits is to what was typed: 1 for a form of it, less for a longer word. */
  nearness(word: string): number {
    return this.stem(word) === this.root ? 1 : this.word.length / word.length;
  }
}

/** How much each page of a share is about it; 0 where it does not stand at all. */
export interface Matches {
  grades: Float32Array;
  size: number;
}

const LEAST = 3; // letters of a word that is found for a longer one

export function asked(typed: string, stem: (word: string) => string): Asked[] {
  const pieces = typed.split('"').flatMap((piece, nth) => {
    const words = parts(piece);
    return nth % 2 ? [new Asked(words, true, stem)] : words.map((word) => new Asked([word], false, stem));
  });
  return pieces.filter(({ words }) => words.length);
}

export function parts(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The pages of a share that have it; words of fewer letters stand for no longer ones. */
export async function matches(share: Share, one: Asked, letters: number): Promise<Matches> {
  if (one.phrase && one.words.length > 1) return inARow(share, one.words);
  const whole = one.phrase || one.word.length < letters;
  const words = await share.words(whole ? one.word : one.beginning, whole);
  return graded(share, words.filter(({ word }) => one.fits(word)), one);
}

/** The pages that have the longest beginning of a word that stands anywhere. */
export async function shorter(shares: Share[], one: Asked): Promise<Matches[]> {
  const least = one.phrase ? one.word.length : Math.max(LEAST, Math.ceil(one.word.length / 2));
  for (let length = one.word.length - 1; length >= least; length--) {
    const short = one.word.slice(0, length);
    const found = await Promise.all(shares.map((share) => share.words(short, true)));
    if (!found.some((words) => words.length)) continue;
    one.short = short;
    return shares.map((share, nth) => graded(share, found[nth] as Word[], one));
  }
  return shares.map((share) => graded(share, [], one));
}

function graded(share: Share, words: Word[], one: Asked): Matches {
  const grades = new Float32Array(share.about.pages);
  let size = 0;
  for (const word of words) {
    const nearness = Math.min(1, one.nearness(word.word));
    eachPage(word, (page, nth) => {
      const grade = nearness * (word.grades[nth] as number);
      if (!grades[page]) size++;
      if (grade > (grades[page] as number)) grades[page] = grade;
    });
  }
  return { grades, size };
}

/** The pages in which words stand one after another. */
async function inARow(share: Share, words: string[]): Promise<Matches> {
  const grades = new Float32Array(share.about.pages);
  const found = (await Promise.all(words.map((word) => share.words(word, true)))).map(([word]) => word);
  if (!found.every((word) => word !== undefined)) return { grades, size: 0 };
  let ends = new Map<number, number[]>();
  for (const [nth, word] of found.entries()) {
    const places = await share.places(word);
    const now = new Map<number, number[]>();
    eachPage(word, (page, row) => {
      const here = places[row] as number[];
      const before = new Set(ends.get(page));
      const follows = nth ? here.filter((place) => before.has(place - 1)) : here;
      if (!follows.length) return;
      now.set(page, follows);
      grades[page] = word.grades[row] as number;
    });
    ends = now;
  }
  grades.forEach((_, page) => ends.has(page) || (grades[page] = 0));
  return { grades, size: ends.size };
}
