import pytest

from generator.segment import Pipeline, load


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load()
