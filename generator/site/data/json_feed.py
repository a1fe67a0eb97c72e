"""JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from generator.site.data.dataset import Dataset
from generator.site.data.item import Item
from generator.site.data.moments import identity, latest, link, telling
from generator.site.jsontext import json_joined, json_text


def write(data: Dataset) -> bytes:
    """Return the entries that changed last as a JSON Feed."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": data.title,
        "home_page_url": link(data.home),
        "feed_url": link(data.address),
        "description": data.description,
        "language": data.language,
    }
    head = {key: value for key, value in feed.items() if value is not None}
    sort = f"item {data.by_first_report}"
    items = [
        data.once(sort, each.id, partial(_item, data, moment, each))
        for each, moment in latest(data)
    ]
    return json_joined(head, "items", items)


def _item(data: Dataset, moment: dt.datetime, of: Item) -> str:
    record = data.record(of)
    known = of.known
    item = {
        "id": identity(record.url),
        "url": link(record.url),
        "title": record.title,
        "content_text": telling(data, record),
        "date_published": known.isoformat() if known else None,
        "date_modified": moment.isoformat() if known else None,
        "tags": [topic.name for topic in record.topics],
        "_dateline": {
            "date": record.date.model_dump(mode="json") if record.date else None,
        },
    }
    return json_text({key: value for key, value in item.items() if value is not None})
