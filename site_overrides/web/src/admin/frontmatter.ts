/** Pages to forms and back: every scalar is text, as Dateline reads it; what is empty is left out.
 *
 * A page keeps what it was read from, so that comments, the order of keys and the way in which
 * unchanged values are written stay as they are.
 */
import { parse } from "yaml";
import type { Field } from "./cms";
import { type Data, isData, merged } from "./merge";

const PAGE = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n([\s\S]*))?$/;
/** Where the data of a form keeps the page that it was read from; never written to the file. */
export const SOURCE = "dateline-source";

/** Read a page; a page without front matter is all body. */
export function fromFile(text: string, fields: Field[]): Data {
  const { front, body } = cut(text);
  const meta: unknown = parse(front, { schema: "failsafe" });
  const data = isData(meta) ? read(meta, fields) : {};
  return { ...data, body: body.trim(), [SOURCE]: text };
}

/** Write a page: over what it was read from, or new, its keys in the order of the form. */
export function toFile(data: Data, fields: Field[]): string {
  const meta = fields.filter((field) => field.name !== "body");
  const source = String(data[SOURCE] ?? "");
  const old = cut(source);
  const head = merged(old.front, (written(data, meta) ?? {}) as Data, meta);
  const body = String(data["body"] ?? "").trim();
  const rest = body ? `\n${body}\n` : "";
  const page = `---\n${head}---\n${body && body === old.body.trim() ? old.body : rest}`;
  return source.includes("\r\n") ? page.replace(/\n/g, "\r\n") : page;
}

function cut(text: string): { front: string; body: string } {
  const plain = text.replace(/\r\n?/g, "\n");
  const [, front = "", body = ""] = PAGE.exec(plain) ?? [plain, "", plain];
  return { front, body };
}

function read(data: Data, fields: Field[]): Data {
  const found: Data = { ...data };
  for (const field of fields) {
    const value = data[field.name];
    if (value !== undefined) found[field.name] = typed(value, field);
  }
  return found;
}

function typed(value: unknown, field: Field): unknown {
  if (field.widget === "boolean") return value === "true";
  if (field.widget === "number") return Number(value);
  if (!field.fields) return value;
  if (Array.isArray(value)) return value.map((item) => whole(item, field));
  return whole(value, field);
}

/** Text that stands for a whole object becomes the object's first field. */
function whole(value: unknown, field: Field): unknown {
  const [first] = field.fields ?? [];
  if (isData(value)) return read(value, field.fields ?? []);
  return field.plain && first ? { [first.name]: value } : value;
}

function written(value: unknown, fields: Field[]): unknown {
  if (typeof value === "string") return value.trim() || undefined;
  if (Array.isArray(value)) return filled(value.map((item) => written(item, fields)));
  if (!isData(value)) return value ?? undefined;
  const found: Data = {};
  for (const field of fields) {
    const own = short(written(value[field.name], field.fields ?? []), field);
    const usual = field.widget === "boolean" && own === field.default;
    if (own !== undefined && !usual) found[field.name] = own;
  }
  return Object.keys(found).length ? found : undefined;
}

/** An object that holds only its first field becomes text again. */
function short(value: unknown, field: Field): unknown {
  if (!field.plain || !Array.isArray(value)) return value;
  const first = field.fields?.[0]?.name ?? "";
  return value.map((item) =>
    isData(item) && Object.keys(item).length === 1 && first in item ? item[first] : item,
  );
}

function filled(items: unknown[]): unknown[] | undefined {
  const found = items.filter((item) => item !== undefined);
  return found.length ? found : undefined;
}
