/** The index of the full text as it is published: shares by time, each in small files of words. */

/** What is known of a share before any of it is loaded; `generator/site/search/making.py` writes it. */
export interface About {
  at: string;
  pages: number;
  /** First and last month in which its pages can lie; empty where none is known. */
  first: string;
  last: string;
  /** What the words of each file but the first begin with, a line each. */
  begins: string;
}

/** A word with the pages of its share that have it, packed. */
export interface Word {
  word: string;
  pages: number;
  where: Uint8Array;
  /** How much each page is about it, up to 15. */
  grades: Uint8Array;
  /** The file it stands in, and its place there, by which its places in texts are found. */
  file: number;
  row: number;
}

/** Address, headline, date, whether sources differ, and text of a page. */
export type Row = [url: string, title: string, date: string, differ: 0 | 1, text: string];

/** What the values of facets begin with among the words. */
export const FACET = "=";
const TEXTS = 8; // pages whose texts stand in one file

export class Share {
  private readonly begins: string[];
  private readonly loading = new Map<string, Promise<Uint8Array>>();
  private readonly read = new Map<string, Promise<Word[]>>();

  constructor(private readonly root: URL, readonly about: About) {
    this.begins = about.begins ? about.begins.split("\n") : [];
  }

  /** The words that begin so, or the one word. */
  async words(beginning: string, whole = false): Promise<Word[]> {
    const last = whole ? beginning : `${beginning}\uffff`;
    const [from, to] = [this.file(beginning), this.file(last)];
    const files = await Promise.all(Array.from({ length: to - from + 1 }, (_, i) => this.wordsOf(from + i)));
    return files.flat().filter(({ word }) => (whole ? word === beginning : word.startsWith(beginning)));
  }

  /** All values of facets, and the months. */
  facets(): Promise<Word[]> {
    return this.once("f", -1);
  }

  /** Where a word stands in each of its pages. */
  async places({ file, row, pages }: Word): Promise<number[][]> {
    const [words, content] = await Promise.all([this.wordsOf(file), this.load(`p${file}`)]);
    const bytes = new Packed(content);
    const lengths = words.map(() => bytes.next());
    bytes.take(lengths.slice(0, row).reduce((sum, n) => sum + n, 0));
    return Array.from({ length: pages }, () => {
      let place = 0;
      return Array.from({ length: bytes.next() }, () => (place += bytes.next()));
    });
  }

  async row(page: number): Promise<Row> {
    const rows = await this.load(`t${Math.floor(page / TEXTS)}`);
    return (JSON.parse(new TextDecoder().decode(rows)) as Row[])[page % TEXTS] as Row;
  }

  /** The number of the file in which a word would stand. */
  private file(word: string): number {
    let [low, high] = [0, this.begins.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.begins[middle] as string) <= word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private wordsOf(number: number): Promise<Word[]> {
    return this.once(`w${number}`, number);
  }

  private once(name: string, number: number): Promise<Word[]> {
    const known = this.read.get(name) ?? this.load(name).then((bytes) => unpacked(bytes, number));
    this.read.set(name, known);
    return known;
  }

  private load(name: string): Promise<Uint8Array> {
    const known = this.loading.get(name) ?? fetched(new URL(`search/${this.about.at}/${name}.z`, this.root));
    this.loading.set(name, known);
    known.catch(() => this.loading.delete(name));
    return known;
  }
}

/** Numbers of seven bits a byte, the eighth saying that more follow. */
export class Packed {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    let [number, byte, shift] = [0, 0, 0];
    do {
      byte = this.bytes[this.at++] as number;
      number |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte > 0x7f);
    return number;
  }

  take(length: number): Uint8Array {
    return this.bytes.subarray(this.at, (this.at += length));
  }
}

/** Call with each page that has a word, and its place among them. */
export function eachPage(word: Word, call: (page: number, nth: number) => void): void {
  const bytes = new Packed(word.where);
  for (let nth = 0, page = 0; nth < word.pages; nth++) call((page += bytes.next()), nth);
}

/** Words, a line each; of each how many pages have it, how many bytes tell where, then those bytes. */
function unpacked(file: Uint8Array, number: number): Word[] {
  const bytes = new Packed(file);
  const text = new TextDecoder().decode(bytes.take(bytes.next()));
  if (!text) return [];
  const words = text.split("\n");
  const [pages, lengths] = [words.map(() => bytes.next()), words.map(() => bytes.next())];
  const grades = pages.map((n) => bytes.take(n));
  const where = lengths.map((n) => bytes.take(n));
  return words.map((word, row) => (
    { word, pages: pages[row] as number, where: where[row] as Uint8Array, grades: grades[row] as Uint8Array, file: number, row }
  ));
}

async function fetched(address: URL): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(`${address}: ${answer.status}`);
  const plain = answer.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
