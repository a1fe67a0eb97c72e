from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.link import starter
from generator.link.pages import homonyms
from generator.model import Mention

Linked = Callable[..., tuple[Mention, ...]]

PIECES = """President Maria Santos of the Tana Network ( TRN ) said in Lima , Georgia and
Paris Texas 's U.S. Army Kyiv region eastern Peru the capital Russian navy - Mr X. Lake " “ ”
WHO Moscow Atlanta Monday Minister El Fasher district . ? ; X who 12 Kremlin Sheikh ministry
of Defence & é Lt"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])


@settings(
    deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(WORDS, max_size=30))
def test_mentions_are_exact_apart_and_point_to_a_page(linked: Linked, words: list[str]) -> None:
    text = " ".join(words)
    world = starter()
    places = set(world.places) | {place.id for place in homonyms()}
    at = 0
    for mention in linked(text):
        assert text[mention.start : mention.end] == mention.text == mention.text.strip()
        assert mention.start >= at
        at = mention.end
        own = mention.proposal
        assert mention.actor or mention.place
        assert mention.actor in {None, own.id if own else None} | set(world.actors)
        assert mention.place in {None, own.id if own else None} | places
