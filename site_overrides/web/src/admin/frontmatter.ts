/** Pages to forms and back: every scalar is text, as Dateline reads it; what is empty is left out. */
import { Document, isScalar, parse, visit } from "yaml";
import type { Field } from "./cms";

const PAGE = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n([\s\S]*))?$/;
const ID = /^[a-z0-9-]+$/;

type Data = Record<string, unknown>;

/** Read a page; a page without front matter is all body. */
export function fromFile(text: string, fields: Field[]): Data {
  const [, front = "", body = ""] = PAGE.exec(text.replace(/\r\n?/g, "\n")) ?? [text, "", text];
  const meta: unknown = parse(front, { schema: "failsafe" });
  return { ...(isData(meta) ? read(meta, fields) : {}), body: body.trim() };
}

/** Write a page, its keys in the order of the form. */
export function toFile(data: Data, fields: Field[]): string {
  const meta = fields.filter((field) => field.name !== "body");
  const document = new Document(written(data, meta) ?? {}, { version: "1.2" });
  visit(document, {
    Seq(_, list) {
      list.flow = list.items.every((item) => isScalar(item) && ID.test(String(item.value)));
    },
  });
  const body = String(data["body"] ?? "").trim();
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${body ? `\n${body}\n` : ""}`;
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

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
