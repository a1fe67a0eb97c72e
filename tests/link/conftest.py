from collections.abc import Callable

import pytest

from generator.link import link, starter
from generator.model import Article, Mention, Registry
from generator.segment import Pipeline, load, segment

Linked = Callable[..., tuple[Mention, ...]]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load()


@pytest.fixture(scope="session")
def linked(pipeline: Pipeline) -> Linked:
    def read(
        text: str, registry: Registry | None = None, title: str | None = None
    ) -> tuple[Mention, ...]:
        article = Article(id="a", text=text, title=title)
        return link(article, segment(article, pipeline), registry or starter())

    return read
