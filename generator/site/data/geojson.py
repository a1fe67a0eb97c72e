"""GeoJSON (RFC 7946): each entry at the most specific places that it names."""

from __future__ import annotations

from typing import Any

from generator.site.data.dataset import Dataset
from generator.site.data.rows import located
from generator.site.data.shape import Record
from generator.site.jsontext import json_items, json_joined, json_text, shape_text

_PROPERTIES = set(Record.model_fields) - {"id", "summary", "figures", "sources"}


def write(data: Dataset) -> bytes:
    """Return a feature for each entry; those without a known position have no geometry."""
    features = data.parts("geojson", _features)
    return json_joined({"type": "FeatureCollection"}, "features", features)


def _features(records: list[Record]) -> str:
    return json_items(map(_feature, records))


def _feature(record: Record) -> str:
    head = {"type": "Feature", "id": record.id, "geometry": _geometry(record)}
    properties = shape_text(record, _PROPERTIES)
    return f'{json_text(head).removesuffix("}")},"properties":{properties}}}'


def _geometry(record: Record) -> dict[str, Any] | None:
    points = list(dict.fromkeys((place.lon, place.lat) for place in located(record)))
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}
