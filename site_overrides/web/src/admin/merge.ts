/** New values put into front matter as it stands: what has not changed is left as it is written. */
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  Scalar,
  visit,
  YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Field } from "./cms";

export type Data = Record<string, unknown>;

const ID = /^[a-z0-9-]+$/;

/** Return front matter that holds the data; keys that the form does not know stay. */
export function merged(front: string, data: Data, fields: Field[]): string {
  const document = parseDocument(front, { schema: "failsafe" });
  const root = document.contents;
  if (isMap(root)) {
    intoMap(document, root, data, fields);
    root.comment = document.comment; // else an empty line parts a comment at the end from the rest
    document.comment = null;
  } else {
    document.contents = made(document, data) as typeof document.contents;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function intoMap(document: Document, map: YAMLMap, data: Data, fields: Field[]): void {
  let after = -1;
  for (const { name, fields: own = [], default: usual } of fields) {
    const at = place(map, name);
    const value = data[name];
    if (at < 0 && value !== undefined) {
      map.items.splice(after + 1, 0, document.createPair(name, made(document, value)) as never);
      after += 1;
    } else if (at >= 0 && value === undefined && says(map.get(name), usual)) {
      map.items.splice(at, 1);
      after = Math.min(after, map.items.length - 1);
    } else if (at >= 0) {
      if (value !== undefined) map.set(name, into(document, map.get(name, true), value, own));
      after = at;
    }
  }
}

function into(document: Document, node: unknown, value: unknown, fields: Field[]): unknown {
  if (isScalar(node) && !isData(value) && !Array.isArray(value)) {
    if (same(node.value, value)) return node;
    const scalar = made(document, value) as Scalar;
    const { comment, commentBefore, spaceBefore } = node;
    return Object.assign(scalar, { comment, commentBefore, spaceBefore });
  }
  if (isMap(node) && isData(value)) {
    intoMap(document, node as YAMLMap, value, fields);
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    intoList(document, node as YAMLSeq, value, fields);
    return node;
  }
  return made(document, value);
}

/** Items that are as they were keep their nodes; one that is changed takes the one in its place. */
function intoList(document: Document, list: YAMLSeq, values: unknown[], fields: Field[]): void {
  const left: (unknown | undefined)[] = [...list.items];
  const kept = values.map((value) => {
    const at = left.findIndex((node) => node !== undefined && same(plain(document, node), value));
    return at < 0 ? undefined : left.splice(at, 1, undefined)[0];
  });
  list.items = values.map((value, at) => {
    if (kept[at] !== undefined) return kept[at];
    const [node] = left[at] === undefined ? [] : left.splice(at, 1, undefined);
    return node === undefined ? made(document, value) : into(document, node, value, fields);
  });
}

/** Whether a value that the form leaves out is more than what goes without saying. */
function says(value: unknown, usual: unknown): boolean {
  return isSeq(value) || isMap(value) ? value.items.length > 0 : String(value) !== String(usual);
}

/** A node for a new value; lists of ids stand in a row. */
function made(document: Document, value: unknown): unknown {
  const node = document.createNode(value);
  const lone = new Document(node, { schema: "failsafe" });
  visit(lone, {
    Scalar(_, scalar) {
      const text = scalar.value;
      scalar.value = String(text);
      if (typeof text === "string" && typed(text)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Seq(_, list) {
      list.flow = list.items.every((item) => isScalar(item) && ID.test(String(item.value)));
    },
  });
  return node;
}

/** Whether another reader of YAML would take a text for a number or the like. */
function typed(text: string): boolean {
  try {
    return typeof parse(text) !== "string";
  } catch {
    return false;
  }
}

function place(map: YAMLMap, name: string): number {
  return map.items.findIndex(({ key }) => (isScalar(key) ? key.value : key) === name);
}

function plain(document: Document, node: unknown): unknown {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.toJS(document) : node;
}

function same(old: unknown, value: unknown): boolean {
  if (Array.isArray(old) && Array.isArray(value)) {
    return old.length === value.length && old.every((item, at) => same(item, value[at]));
  }
  if (isData(old) && isData(value)) {
    const keys = new Set([...Object.keys(old), ...Object.keys(value)]);
    return [...keys].every((key) => same(old[key], value[key]));
  }
  if (typeof value === "number") return Number(old) === value;
  return typeof old === "string" ? old.trim() === String(value) : old === value;
}

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
