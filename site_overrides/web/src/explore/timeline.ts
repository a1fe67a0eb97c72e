/** The timeline: entries as marks and bars on an axis that zooms from years to hours. */
import { scaleUtc, type ScaleTime } from "d3-scale";
import { select as pick } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { element } from "../elements";
import { text as say } from "../strings";
import { dateOf, type Entry } from "./data";

const HEIGHT = 190;
const AXIS = 24;
const LANE = 13;
const ROOM = 4; // px kept free after a bar
const LETTER = 6; // px of a letter of a label
const SVG = "http://www.w3.org/2000/svg";
/** More marks than this stand in no lanes that one could tell apart: they are drawn as columns. */
const MOST_BARS = 300;
const KEYS: Record<string, [number, number]> = {
  "+": [1.6, 0], "=": [1.6, 0], "-": [1 / 1.6, 0], ArrowLeft: [1, 80], ArrowRight: [1, -80],
};

export interface Timeline {
  /** Narrows all down to the days that are seen; hidden where all are. */
  only: HTMLButtonElement;
  show(entries: Entry[]): void;
}

/** Draw into a box. */
export function timeline(box: HTMLElement, root: URL, choose: (from: Date, to: Date) => void): Timeline {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("role", "group");
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("aria-label", say("explore.timeline"));
  box.replaceChildren(svg);
  let entries: Entry[] = [];
  let transform: ZoomTransform = zoomIdentity;
  const only = element(
    "button", { type: "button", class: "dl-search__link", onclick: () => choose(...(scaled().domain() as [Date, Date])) },
    say("explore.only_seen"),
  );

  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([0.8, 20_000])
    .filter((event: Event) => event.type !== "wheel" || (event as WheelEvent).ctrlKey || svg.matches(":focus"))
    .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      transform = event.transform;
      draw();
    });
  const selection = pick(svg).call(behaviour);
  svg.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    if (!step || event.target !== svg) return;
    event.preventDefault();
    if (step[0] !== 1) selection.call(behaviour.scaleBy, step[0]);
    else selection.call(behaviour.translateBy, step[1] / transform.k, 0);
  });
  new ResizeObserver(() => draw()).observe(box);

  function scaled(): Scale {
    return transform.rescaleX(scaleUtc(extent(entries), [8, (box.clientWidth || 600) - 8]));
  }

  function draw(): void {
    only.hidden = transform.k === 1 && transform.x === 0;
    const width = box.clientWidth || 600;
    svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    svg.setAttribute("height", String(HEIGHT));
    const scale = scaled();
    const seen = entries.filter((entry) => visible(entry, scale, width));
    svg.replaceChildren(
      axis(scale, width),
      seen.length > MOST_BARS ? columns(seen, scale, width) : bars(seen, scale, root),
    );
  }

  return {
    only,
    show(chosen) {
      entries = chosen.filter((entry) => entry.days);
      selection.call(behaviour.transform, zoomIdentity);
      draw();
    },
  };
}

/** From the first day to the day after the last, with a little air. */
function extent(entries: Entry[]): [Date, Date] {
  const days = entries.flatMap((entry) => entry.days ?? []).filter(Number.isFinite);
  if (days.length === 0) return [new Date(0), new Date(86_400_000)];
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b)) + 1;
  const air = Math.max(0.5, (last - first) * 0.03);
  return [dateOf(first - air), dateOf(last + air)];
}

type Scale = ScaleTime<number, number>;

function ends(entry: Entry, scale: Scale): [number, number] {
  const [first, last] = entry.days ?? [0, 0];
  const [left, right] = scale.range() as [number, number];
  return [
    Number.isFinite(first) ? scale(dateOf(first)) : left - ROOM,
    Number.isFinite(last) ? scale(dateOf(last + 1)) : right + 2 * ROOM,
  ];
}

function visible(entry: Entry, scale: Scale, width: number): boolean {
  const [left, right] = ends(entry, scale);
  return right >= 0 && left <= width;
}

function axis(scale: Scale, width: number): SVGGElement {
  const group = node("g", { class: "dl-axis" });
  const y = HEIGHT - AXIS;
  group.append(node("line", { x1: "0", x2: String(width), y1: String(y), y2: String(y) }));
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 110)));
  const label = labels(ticks);
  for (const tick of ticks) {
    const half = label.format(tick).length * LETTER / 2;
    if (scale(tick) < half || scale(tick) > width - half) continue; // its label would be cut off
    const x = scale(tick).toFixed(1);
    group.append(node("line", { x1: x, x2: x, y1: String(y), y2: String(y + 5) }));
    const text = node("text", { x, y: String(y + 18), "text-anchor": "middle" });
    text.textContent = label.format(tick);
    group.append(text);
  }
  return group;
}

/** As coarse as the steps between the ticks allow. */
function labels(ticks: Date[]): Intl.DateTimeFormat {
  const step = ticks.length > 1 ? Number(ticks[1]) - Number(ticks[0]) : 0;
  const day = 86_400_000;
  const parts: Intl.DateTimeFormatOptions =
    step >= 360 * day ? { year: "numeric" }
    : step >= 27 * day ? { month: "short", year: "numeric" }
    : step >= day ? { day: "numeric", month: "short" }
    : { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false };
  return new Intl.DateTimeFormat(document.documentElement.lang || "en", { ...parts, timeZone: "UTC" });
}

/** Each entry a bar as wide as its days, in the first lane that has room for it. */
function bars(entries: Entry[], scale: Scale, root: URL): SVGGElement {
  const group = node("g", { class: "dl-bars" });
  const free: number[] = [];
  const lanes = Math.floor((HEIGHT - AXIS - 6) / LANE);
  for (const entry of [...entries].sort((a, b) => (a.days?.[0] ?? 0) - (b.days?.[0] ?? 0))) {
    const [left, right] = ends(entry, scale);
    const width = Math.max(7, right - left - 1);
    let lane = free.findIndex((x) => x <= left);
    if (lane < 0) lane = free.length < lanes ? free.length : free.indexOf(Math.min(...free));
    free[lane] = left + width + ROOM;
    group.append(bar(entry, left, width, HEIGHT - AXIS - 4 - (lane + 1) * LANE, root));
  }
  return group;
}

function bar(entry: Entry, x: number, width: number, y: number, root: URL): SVGElement {
  const link = node("a", { href: new URL(entry.address, root).href, class: entry.hue });
  const title = node("title", {});
  title.textContent = `${entry.said}: ${entry.title}`;
  const long = (entry.days?.[1] ?? 0) > (entry.days?.[0] ?? 0);
  const kind = entry.vague ? "dl-bar--vague" : long ? "dl-bar--long" : "";
  link.append(title, node("rect", {
    x: x.toFixed(1), y: String(y), width: width.toFixed(1), height: String(LANE - 3), rx: "2", class: `dl-bar ${kind}`,
  }));
  return link;
}

/** How many entries each few pixels hold. */
function columns(entries: Entry[], scale: Scale, width: number): SVGGElement {
  const group = node("g", { class: "dl-columns" });
  const step = 6;
  const counts = new Array<number>(Math.ceil(width / step)).fill(0);
  for (const entry of entries) {
    const [left] = ends(entry, scale);
    const at = Math.min(counts.length - 1, Math.max(0, Math.floor(left / step)));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const most = Math.max(...counts, 1);
  counts.forEach((n, i) => {
    if (n === 0) return;
    const high = Math.max(2, (n / most) * (HEIGHT - AXIS - 10));
    const column = node("rect", {
      x: String(i * step), y: (HEIGHT - AXIS - high).toFixed(1), width: String(step - 1), height: high.toFixed(1),
    });
    const title = node("title", {});
    title.textContent = `${n}`;
    column.append(title);
    group.append(column);
  });
  return group;
}

function node<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
