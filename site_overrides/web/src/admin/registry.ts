/** A picker of actors, places and topics, searched by every name that the site's own search knows.
 *
 * Decap CMS would read each page of the registry from the forge, one request a page.
 */
import type { Cms, Given } from "./cms";

type Row = [facet: string, id: string, name: string, address: string, count: number, also: string[]];

interface Hit {
  slug: string;
  data: { name: string };
}

const FACETS: Record<string, string> = { actors: "actor", places: "place", topics: "topic" };

/** The names of the registry, which are there once loaded. */
export class Names {
  rows: Row[] = [];
  readonly loaded: Promise<Row[]>;

  constructor(address: URL) {
    this.loaded = fetch(address).then(async (answer) => (this.rows = (await answer.json()) as Row[]));
  }

  /** Return what a page is called, or its id where that is not known. */
  of(collection: string, id: string): string {
    const facet = FACETS[collection];
    return this.rows.find(([kind, own]) => kind === facet && own === id)?.[2] ?? id;
  }
}

/** Add the picker, as Decap's own control given another place to look. */
export function registerPicker(cms: Cms, names: Names): void {
  const { control } = cms.getWidget("relation");
  const query = async (_: string, collection: string, __: string[], term: string) => ({
    payload: { hits: hits(await names.loaded, collection, term) },
  });
  const picker = window.createClass({
    componentDidMount() {
      void names.loaded.then(() => this.forceUpdate());
    },
    render() {
      const chosen = ids(this.props["value"]);
      const all = hits(names.rows, String(this.props.field.get("collection")), "");
      const queryHits = all.filter(({ slug }) => chosen.includes(slug));
      return window.h(control, { ...this.props, query, queryHits });
    },
  });
  cms.registerWidget("registry", picker, ({ value }: Given) => String(value ?? ""));
}

/** Those whose name or other name holds the words, the ones that begin with them first. */
function hits(rows: Row[], collection: string, term: string): Hit[] {
  const [facet, sought] = [FACETS[collection], folded(term)];
  return rows
    .filter(([kind]) => kind === facet)
    .map((row) => ({ row, at: place(row, sought) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.row[4] - a.row[4])
    .map(({ row: [, slug, name] }) => ({ slug, data: { name } }));
}

/** What a field holds: nothing, an id, or an immutable list of ids. */
function ids(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value ? [...(value as Iterable<string>)] : [];
}

function place([, id, name, , , also]: Row, sought: string): number {
  const found = [name, id, ...also].map((text) => folded(text).indexOf(sought));
  return found.some((at) => at === 0) ? 0 : Math.max(...found);
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
