"""What stands before and after an entry."""

from __future__ import annotations

import re

from generator import site
from generator.content import ActorPage, Chronology, EntryPage, Page, TopicPage


def pairs(*entries: tuple[str, str, str], of: str) -> list[tuple[str, list[str]]]:
    """Return labels and titles of neighbours; `entries` are id, actor and topic."""
    found = {
        key: Page(
            id=key,
            path=f"entries/2030/{key}.md",
            meta=EntryPage(
                title=key, date=key[:10], kind="strike", actors=(actor,), topics=(topic,)
            ),
            body="",
            lines={},
        )
        for key, actor, topic in entries
    }
    actors = {
        name: Page(
            id=name,
            path=f"actors/{name}.md",
            meta=ActorPage(name=name, kind="group"),
            body="",
            lines={},
        )
        for name in {actor for _, actor, _ in entries}
    }
    topics = {
        name: Page(id=name, path=f"topics/{name}.md", meta=TopicPage(name=name), body="", lines={})
        for name in {topic for _, _, topic in entries}
    }
    chronology = Chronology(entries=found, actors=actors, topics=topics)
    html = next(p.html for p in site.pages(chronology) if p.path == f"2030/{of}.md")
    navs = re.findall(r'<nav aria-label="([^"]+)">(.*?)</nav>', html, re.DOTALL)
    return [(label, re.findall(r"</small>([^<]+)</a>", inner)) for label, inner in navs]


def test_neighbours_are_told_in_time_by_topic_and_for_the_main_actor() -> None:
    shown = pairs(
        ("2030-01-01-a", "union", "ports"),
        ("2030-01-02-b", "council", "rail"),
        ("2030-01-03-c", "union", "rail"),
        ("2030-01-04-d", "council", "ports"),
        ("2030-01-05-e", "council", "rail"),
        of="2030-01-03-c",
    )

    assert shown == [
        ("In time", ["2030-01-02-b", "2030-01-04-d"]),
        ("rail", ["2030-01-02-b", "2030-01-05-e"]),
        ("union", ["2030-01-01-a"]),
    ]


def test_neighbours_that_stand_there_already_are_not_told_twice() -> None:
    shown = pairs(
        ("2030-01-01-a", "union", "ports"),
        ("2030-01-02-b", "union", "ports"),
        of="2030-01-02-b",
    )

    assert shown == [("In time", ["2030-01-01-a"])]
