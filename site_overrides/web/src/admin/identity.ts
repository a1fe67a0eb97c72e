/** Ids of new pages, made as Dateline makes them (generator/content/ids.py). */
import anyAscii from "any-ascii";
import type { Kept } from "./cms";
import { SOURCE } from "./frontmatter";

const LIMIT = 80;
const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

/** Give a new page its id, and an entry the folder of its year; neither is written to the file. */
export function named(entry: Kept): Kept {
  if (!entry.get("newRecord")) return entry.get("data") as Kept;
  const data = (entry.get("data") as Kept).set(SOURCE, ""); // a copy of a page is a page of its own
  const own = slug(text(data, "title") || text(data, "name"));
  if (entry.get("collection") !== "entries") return data.set("id", own);
  const first = prefix(text(data, "date"));
  return data.set("id", `${first}-${own}`).set("folder", first.slice(0, first === UNDATED ? 7 : 4));
}

const UNDATED = "undated";

function prefix(date: string): string {
  const first = (date.split("/")[0] ?? "").replace(/[~?%]+$/, "");
  if (!first || first === "..") return UNDATED;
  return DAY.test(first) ? first : first.slice(0, 4).replaceAll("X", "0");
}

function slug(name: string): string {
  const plain = anyAscii(name.replace(/['’ʼ`]/g, "")).toLowerCase().replace(/['’ʼ`]/g, "");
  const whole = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (whole.length <= LIMIT) return whole || "unnamed";
  const cut = whole.slice(0, LIMIT + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : whole.slice(0, LIMIT);
}

function text(data: Kept, key: string): string {
  return String(data.get(key) ?? "").trim();
}
