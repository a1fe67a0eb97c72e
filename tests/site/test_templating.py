"""Templates as they are compiled."""

import pytest

from generator.site.templating import environment


def test_what_a_template_calls_is_given_what_it_says_and_nothing_else():
    given = []

    def call(*args, **kwargs):
        given.append((args, kwargs))
        return "<b>"

    template = environment("en", "en").from_string(
        "{% for each in 'ab' %}{{ call(each, n=loop.index) }}{% endfor %}"
    )
    assert template.render(call=call) == "&lt;b&gt;" * 2
    assert given == [(("a",), {"n": 1}), (("b",), {"n": 2})]


def test_an_attribute_that_is_not_there_stops_the_build():
    with pytest.raises(AttributeError):
        environment("en", "en").from_string("{{ entry.titel }}").render(entry={"titel": "a key"})
