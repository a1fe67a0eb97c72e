/** The entries as the page of all of them loads them: in parts, newest first. */
import type { Facet } from "../search/state";

/** One entry; days are days since 1970, so that ranges are compared and drawn alike. */
export interface Entry {
  id: string;
  title: string;
  address: string;
  /** The date as people say it; empty where it is not known. */
  said: string;
  /** First and last day that the date can mean, infinite where open; null where it is not known. */
  days: [number, number] | null;
  /** Approximate, uncertain or open. */
  vague: boolean;
  differ: boolean;
  sources: number;
  /** Class that gives it the hue of its first topic. */
  hue: string;
  /** Places of its own, without those around them. */
  at: string[];
  values: Record<Facet, string[]>;
}

type Row = [string, string, string, string, string, string, number, number, number, string[], Record<Facet, string[]>, string];

/** Name, latitude and longitude of its middle, and the degrees of the equator around it that are its own. */
export type Country = [string, number, number, number];

export interface Chronology {
  entries: Entry[];
  countries: Country[];
  /** Latitude and longitude of each place that has them. */
  places: Map<string, [number, number]>;
}

const DAY = 86_400_000;

export async function loadChronology(root: URL): Promise<Chronology> {
  const index = await fetchJson<{
    parts: number; places: Record<string, [number, number]>; countries: Country[];
  }>(root, "index");
  const numbers = Array.from({ length: index.parts }, (_, i) => i + 1);
  const parts = await Promise.all(numbers.map((n) => fetchJson<Row[]>(root, String(n))));
  const places = new Map(Object.entries(index.places));
  return { entries: parts.flat().map(entry), countries: index.countries, places };
}

export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function dateOf(day: number): Date {
  return new Date(day * DAY);
}

async function fetchJson<T>(root: URL, name: string): Promise<T> {
  const answer = await fetch(new URL(`explore/${name}.json`, root));
  if (!answer.ok) throw new Error(`explore/${name}.json: ${answer.status}`);
  return (await answer.json()) as T;
}

function entry([id, title, address, said, lower, upper, vague, differ, sources, at, values, hue]: Row): Entry {
  return {
    id, title, address, said, at, sources, values, hue,
    days: lower || upper ? [lower ? dayOf(lower) : -Infinity, upper ? dayOf(upper) : Infinity] : null,
    vague: vague > 0,
    differ: differ > 0,
  };
}
