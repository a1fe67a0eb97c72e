/** The map: entries by place, in clusters, over land and borders from Natural Earth. */
import * as L from "leaflet";
import Supercluster from "supercluster";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/countries-110m.json";
import fine from "world-atlas/countries-50m.json";
import { element } from "../elements";
import { lang, text } from "../strings";
import type { Chronology, Entry } from "./data";

/** From this zoom on the finer borders are worth their 750 kB. */
const FINE_ZOOM = 4;
const SHOWN = 12;
/** A name may be this many times as long as the circle within its country is wide from its middle. */
const ROOM = 2.6;
/** Pixels of a letter of a country's name. */
const LETTER = 6;

export interface EntryMap {
  show(entries: Entry[]): void;
}

type Point = { place: string };

export function entryMap(
  box: HTMLElement, chronology: Chronology, label: (place: string) => string, root: URL,
  choose: (place: string) => void,
): EntryMap {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, {
    worldCopyJump: true, minZoom: 1, maxBounds: [[-85, -220], [85, 220]], maxZoom: 9, zoomAnimation: !still, fadeAnimation: !still,
    scrollWheelZoom: false, attributionControl: false, zoomControl: false,
  });
  L.control.zoom({ zoomInTitle: text("explore.zoom_in"), zoomOutTitle: text("explore.zoom_out") }).addTo(map);
  map.on("popupopen", ({ popup }) => {
    const close = popup.getElement()?.querySelector(".leaflet-popup-close-button");
    close?.setAttribute("aria-label", text("explore.close_popup"));
  });
  map.setView([30, 10], 2);
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  const ground = L.layerGroup().addTo(map);
  const marks = L.layerGroup().addTo(map);
  const names = L.layerGroup().addTo(map);
  const pane = map.createPane("dl-countries"); // above the land, below the marks
  pane.style.zIndex = "450";
  pane.style.pointerEvents = "none";
  pane.setAttribute("aria-hidden", "true");
  let detail = "";
  let drawn: { at: L.Point; size: number }[] = [];
  let by = new Map<string, Entry[]>();
  let clusters = new Supercluster<Point>({ radius: 46, maxZoom: 9 });

  async function borders(): Promise<void> {
    const file = map.getZoom() >= FINE_ZOOM ? fine : coarse;
    if (file === detail) return;
    detail = file;
    const answer = await fetch(new URL(file, import.meta.url));
    if (!answer.ok || file !== detail) return;
    const world = (await answer.json()) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
    ground.clearLayers();
    L.geoJSON(unwrapped(feature(world, world.objects.countries)), {
      interactive: false, style: { className: "dl-land" },
    }).addTo(ground);
  }

  /** Name the countries that have room for it at this zoom, below a mark that would cover the name. */
  function name(): void {
    names.clearLayers();
    const degree = (256 * 2 ** map.getZoom()) / 360;
    for (const [text, lat, lon, radius] of chronology.countries) {
      const wide = text.length * LETTER;
      if (radius * degree * ROOM < wide) continue;
      const { x, y } = map.latLngToLayerPoint([lat, lon]);
      const over = drawn.find(
        ({ at, size }) => Math.abs(at.x - x) < (size + wide) / 2 && Math.abs(at.y - y) < size / 2 + LETTER,
      );
      const down = over ? over.at.y + over.size / 2 + LETTER + 2 - y : 0;
      const icon = L.divIcon({
        className: "dl-country", html: element("span", {}, text), iconSize: [0, 0], iconAnchor: [0, -down],
      });
      names.addLayer(L.marker([lat, lon], { icon, interactive: false, keyboard: false, pane: "dl-countries" }));
    }
  }

  function draw(): void {
    marks.clearLayers();
    drawn = [];
    const b = map.getBounds();
    const box_: GeoJSON.BBox = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()];
    for (const found of clusters.getClusters(box_, map.getZoom())) {
      const [lon = 0, lat = 0] = found.geometry.coordinates;
      const inside = found.properties as Point & { cluster_id?: number };
      const leaves = inside.cluster_id === undefined
        ? [inside.place]
        : clusters.getLeaves(inside.cluster_id, Infinity).map((leaf) => leaf.properties.place);
      marks.addLayer(mark([lat, lon], leaves));
    }
    name();
  }

  function mark(where: [number, number], places: string[]): L.Marker {
    const entries = [...new Set(places.flatMap((place) => by.get(place) ?? []))];
    const name = places.length === 1 ? label(places[0] ?? "") : text("explore.places", { n: places.length });
    const size = Math.round(20 + 7 * Math.log2(entries.length));
    drawn.push({ at: map.latLngToLayerPoint(where), size });
    const icon = L.divIcon({
      className: "dl-spot", html: element("span", {}, String(entries.length)), iconSize: [size, size],
    });
    const title = `${name}: ${text("count.entries", { n: entries.length })}`;
    const made = L.marker(where, { icon, title, alt: title, keyboard: true });
    // Not bound to the mark: making room for it moves the map, and marks are drawn anew then.
    const open = () => L.popup({ maxWidth: 260 }).setLatLng(where).setContent(popup(places, name, entries)).openOn(map);
    made.on("add", () => made.getElement()?.setAttribute("aria-label", title)); // else it is called "7"
    made.on("click", open);
    made.on("keypress", (event) => {
      if (event.originalEvent.key === "Enter") open();
    });
    return made;
  }

  function popup(places: string[], name: string, entries: Entry[]): HTMLElement {
    const items = entries.slice(0, SHOWN).map((entry) =>
      element("li", {},
        element("a", { href: new URL(entry.address, root).href },
          element("small", {}, entry.said || text("date.unknown")), element("span", { lang }, entry.title))),
    );
    const more = entries.length > SHOWN && element("p", {}, text("explore.more_in_list", { n: entries.length - SHOWN }));
    const [place] = places;
    const only = places.length === 1 && place && element(
      "button", { type: "button", class: "dl-search__link", onclick: () => choose(place) }, `${text("search.only")} ${name}`,
    );
    return element("div", { class: "dl-popup" }, element("b", {}, name), element("ul", {}, ...items), more, only);
  }

  map.on("zoomend", () => void borders());
  map.on("moveend", draw);
  void borders();

  return {
    show(entries) {
      by = new Map();
      for (const entry of entries)
        for (const place of entry.at)
          if (chronology.places.has(place)) by.set(place, [...(by.get(place) ?? []), entry]);
      const points = [...by.keys()].map((place) => {
        const [lat, lon] = chronology.places.get(place) ?? [0, 0];
        const geometry = { type: "Point" as const, coordinates: [lon, lat] };
        return { type: "Feature" as const, properties: { place }, geometry };
      });
      clusters = new Supercluster<Point>({ radius: 46, maxZoom: 9 });
      clusters.load(points);
      map.invalidateSize();
      const corners = points.map((p) => [p.geometry.coordinates[1], p.geometry.coordinates[0]] as [number, number]);
      if (corners.length) map.fitBounds(L.latLngBounds(corners).pad(0.2), { maxZoom: 6, animate: false });
      draw();
    },
  };
}

type Borders = GeoJSON.FeatureCollection<GeoJSON.Geometry>;

/** Let rings that cross the date line go on beyond it, and show them at both edges of the map. */
function unwrapped(world: Borders): Borders {
  const features = world.features.flatMap((country) => {
    const shape = country.geometry;
    const polygons =
      shape.type === "Polygon" ? [shape.coordinates] : shape.type === "MultiPolygon" ? shape.coordinates : [];
    const whole = polygons.map((rings) => rings.map(goingOn));
    const over = whole.filter((rings) => rings.some((ring) => ring.some(([lon = 0]) => Math.abs(lon) > 180)));
    const copies = over.map((rings) => rings.map((ring) => shifted(ring, (ring[0]?.[0] ?? 0) > 0 ? -360 : 360)));
    return { ...country, geometry: { type: "MultiPolygon" as const, coordinates: [...whole, ...copies] } };
  });
  return { type: "FeatureCollection", features };
}

function goingOn(ring: GeoJSON.Position[]): GeoJSON.Position[] {
  let turn = 0;
  return ring.map(([lon = 0, lat = 0], i) => {
    const step = lon - (ring[i - 1]?.[0] ?? lon);
    if (step > 180) turn -= 360;
    else if (step < -180) turn += 360;
    return [lon + turn, lat];
  });
}

function shifted(ring: GeoJSON.Position[], by: number): GeoJSON.Position[] {
  return ring.map(([lon = 0, lat = 0]) => [lon + by, lat]);
}
