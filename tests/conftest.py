"""What tests of several stages share: the network is off, and where gold and made-up pages are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from configured import configured
from hypothesis import HealthCheck, settings
from pytest_socket import disable_socket, socket_allow_hosts

ROOT = Path(__file__).parents[1]

# No test measures time: on a busy machine these two would fail what is right.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
INPUTS = int(os.environ.get("DATELINE_INPUTS", "0"))
"""In the long run, how many inputs each reader is given; else as many as its test says."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each property so many inputs as the long run wants.

    Coverage is not measured in properties and in browser tests: it makes what runs a hundred times
    three times as long, and single cases cover the same code.
    """
    for item in items:
        test = getattr(item, "obj", None)
        if hasattr(test, "hypothesis") or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.no_cover)
        if INPUTS and hasattr(test, "hypothesis"):
            own = getattr(test, "_hypothesis_internal_use_settings", settings())
            test._hypothesis_internal_use_settings = settings(own, max_examples=INPUTS)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Keep tests off the network; browser tests may speak to the server that they start."""
    if item.get_closest_marker("browser"):
        socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
    else:
        disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder of the tests' own; the towns, which never change, are taken over."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    usual = Path(os.environ.get("DATELINE_CACHE") or home / "dateline")
    folder = tmp_path_factory.mktemp("cache")
    for towns in usual.glob("gazetteer-*.sqlite"):
        (folder / towns.name).symlink_to(towns.absolute())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def eval_dir() -> Path:
    """Articles and gold that are not part of the repository; `DATELINE_EVAL` says where."""
    folder = Path(os.environ.get("DATELINE_EVAL") or ROOT.parent / "shared" / "eval")
    if not folder.is_dir():
        pytest.skip(f"no evaluation data at {folder} (set DATELINE_EVAL)")
    return folder


@pytest.fixture(scope="session")
def invented() -> Path:
    """A made-up chronology with every state that an entry can be in, and with hostile pages."""
    return ROOT / "tests" / "chronology"


@pytest.fixture(scope="session")
def configuration(tmp_path_factory: pytest.TempPathFactory, invented: Path) -> Path:
    """The repository's own configuration, of a site made from the made-up chronology."""
    return configured(
        tmp_path_factory.mktemp("configured"),
        invented,
        site_name="The Averly Chronicle",
        repo_url="https://github.com/example/averly",
    )


@pytest.fixture(scope="session")
def built(configuration: Path) -> Path:
    """The folder of the site that MkDocs makes from the made-up chronology."""
    from generator import site

    return site.build(configuration, strict=True)
