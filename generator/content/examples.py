"""Values and whole pages to copy: findings show the former, the documentation the latter."""

from __future__ import annotations

from types import MappingProxyType

VALUES = MappingProxyType(
    {
        "actors": "red-cross",
        "affiliation": "red-cross",
        "aliases": "red-cross",
        "archive": "https://archive.example/2027/https://news.example/quay-flood",
        "country": "ES",
        "date": "2027-10-14",
        "geonames": "2509954",
        "kind": "attack",
        "kinds": "attack",
        "lat": "39.47",
        "lon": "-0.38",
        "not_same_as": "2027-10-14-quay-flooded",
        "order": "2",
        "parent": "floods",
        "place": "valencia",
        "places": "valencia",
        "published": "2027-10-14",
        "report": "quay-flood",
        "same_as": "2027-10-14-quay-flooded",
        "source": "quay-flood",
        "topics": "floods",
        "url": "https://news.example/quay-flood",
        "value": "1200",
        "wikidata": "Q8818",
        "within": "spain",
    }
)
"""A value that each key takes; an item, where it takes a list."""

ENTRY = """\
---
title: Flood in Port Alder drives 1,200 people from their homes
date: 2027-10-14
kind: disaster
actors: [alder-fire-service]
places: [port-alder]
topics: [floods]
figures:
  - what: evacuated
    claims:
      - value: 1200
        bound: at-least
        source: quay-flood
        by: the fire service
      - value: 1500
        bound: about
        source: https://herald.example/alder-flood
        by: the mayor
sources:
  - report: quay-flood
    publisher: Alder Gazette
    title: River breaks over the quay
    url: https://gazette.example/quay-flood
    published: 2027-10-15
    quotes:
      - At least 1,200 people had left their homes by Thursday night, the fire service said.
      - exact: The water rose
        prefix: On Thursday morning
  - url: https://herald.example/alder-flood
    publisher: Herald
    published: 2027-10-15
    quotes:
      - The mayor spoke of about 1,500 people […] in two schools.
status: draft
---
The river flooded the quay of Port Alder. The fire service says that at least 1,200 people left
their homes; the mayor speaks of about 1,500.
"""

ACTOR = """\
---
name: Alder Fire Service
kind: organisation
aliases: [AFS, Port Alder fire brigade]
country: ES
status: reviewed
---
The fire service of Port Alder.
"""

PLACE = """\
---
name: Port Alder
kind: city
aliases: [Alder]
country: ES
lat: 39.47
lon: -0.38
status: reviewed
---
A harbour town.
"""

TOPIC = """\
---
name: Floods
match:
  kinds: [disaster]
  terms: [flood, floods, flooded]
feed: true
---
Floods by rivers and by the sea.
"""

PAGES = MappingProxyType(
    {
        "entries/2027/2027-10-14-flood-in-port-alder.md": ENTRY,
        "actors/alder-fire-service.md": ACTOR,
        "places/port-alder.md": PLACE,
        "topics/floods.md": TOPIC,
    }
)
"""One page of each kind by its path under the content folder; together they have no findings."""
