/** What the interface says, in the site's language: the same table as the pages are made from. */

type Said = string | Partial<Record<Intl.LDMLPluralRule, string>>;
type Values = Record<string, string | number>;

/** The `lang` of names and texts of entries, where that is not the page's. */
export let lang: string | undefined;

let said: Record<string, Said> = {};
let locale = "en";
let plurals = new Intl.PluralRules(locale);
let numbers = new Intl.NumberFormat(locale);
let loading: Promise<void> | null = null;

/** Load the strings, once; whatever shows a string waits for it. */
export function loadStrings(root: URL): Promise<void> {
  loading ??= fetch(new URL("assets/strings.json", root)).then(async (answer) => {
    if (!answer.ok) throw new Error(`assets/strings.json: ${answer.status}`);
    const table = (await answer.json()) as { said: Record<string, Said>; locale: string; told: string };
    ({ said, locale } = table);
    lang = table.told === document.documentElement.lang ? undefined : table.told;
    plurals = new Intl.PluralRules(locale);
    numbers = new Intl.NumberFormat(locale);
  });
  return loading;
}

/** Say a string with its values; of a plural, the form for `n`. */
export function text(key: string, values: Values = {}): string {
  return pattern(key, values["n"]).replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name]));
}

/** Say a string with elements in place of its values. */
export function filled(key: string, values: Record<string, (Node | string)[]>): (Node | string)[] {
  return pattern(key, undefined).split(/\{(\w+)\}/).flatMap((part, at) => (at % 2 ? (values[part] ?? []) : part));
}

/** Say what an event kind or a status is called; null for a name that the table has not. */
export function label(group: string, name: string): string | null {
  const found = said[`${group}.${name}`];
  return typeof found === "string" ? found : null;
}

/** Put elements into a list, `a, b or c`. */
export function either(items: Node[]): (Node | string)[] {
  const parts = new Intl.ListFormat(locale, { type: "disjunction" }).formatToParts(items.map((_, at) => `${at}`));
  return parts.map(({ type, value }) => (type === "element" ? (items[Number(value)] ?? "") : value));
}

function pattern(key: string, n: string | number | undefined): string {
  const found = said[key];
  if (found === undefined) throw new Error(`there is no string ${key}`);
  if (typeof found === "string") return found;
  return found[plurals.select(Number(n))] ?? found.other ?? "";
}

function shown(value: string | number | undefined): string {
  return typeof value === "number" ? numbers.format(value) : (value ?? "");
}
