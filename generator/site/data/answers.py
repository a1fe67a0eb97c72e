"""What the API answers beside the records themselves: its beginning, and pages of lists."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.site.data.shape import ActorData, Brief, PlaceData, Shape, TopicData


class Listed(Shape):
    """One list of the API."""

    name: Literal["entries", "actors", "places", "topics"] = Field(description="What it lists.")
    total: int = Field(description="Items on all its pages.")
    first: str = Field(description="Its first page, relative to the API's beginning.")


class Beginning(Shape):
    """What there is."""

    name: str = Field(description="The site's name.")
    url: str = Field(description="The site's address; empty where it is not known.")
    language: str = Field(description="Language of names and texts: `en`.")
    version: Literal["v1"] = Field(
        description="Within it no field changes its meaning or goes away; new ones may come."
    )
    lists: tuple[Listed, ...] = Field(description="Where the lists begin.")
    openapi: str = Field(description="Every address and what it answers.")
    json_schema: str = Field(description="Every field with its meaning.")


class ListPage(Shape):
    """One page of a list."""

    total: int = Field(description="Items on all pages.")
    page: int = Field(description="This page, from 1.")
    pages: int = Field(description="All pages; an empty list has one.")
    next: str | None = Field(description="The next page, relative to the API's beginning.")
    previous: str | None = Field(description="The page before, relative to the API's beginning.")


class EntryList(ListPage):
    """Entries, newest first, the undated last."""

    items: tuple[Brief, ...] = Field(description="At most a hundred.")


class ActorList(ListPage):
    """Actors, in the order of their ids."""

    items: tuple[ActorData, ...] = Field(description="At most a hundred.")


class PlaceList(ListPage):
    """Places, in the order of their ids."""

    items: tuple[PlaceData, ...] = Field(description="At most a hundred.")


class TopicList(ListPage):
    """Topics, in the order of their ids."""

    items: tuple[TopicData, ...] = Field(description="At most a hundred.")


LISTS: dict[str, type[EntryList] | type[ActorList] | type[PlaceList] | type[TopicList]] = {
    "entries": EntryList,
    "actors": ActorList,
    "places": PlaceList,
    "topics": TopicList,
}
"""The pages of each list."""
