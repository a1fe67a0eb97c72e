"""Templates as they are compiled."""

import pytest
from markupsafe import Markup

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


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("Ferry runs aground", "Ferry runs aground"),
        ("a < b > c", "a &lt; b &gt; c"),
        ("Q & A", "Q &amp; A"),
        ('"quoted"', "&#34;quoted&#34;"),
        ("the port's", "the port&#39;s"),
        (Markup("<b>made here</b>"), "<b>made here</b>"),
        (7, "7"),
    ],
)
def test_what_a_template_says_is_escaped_and_html_is_not(value, html):
    template = environment("en", "en").from_string("{{ value }}")
    assert template.render(value=value) == html


def test_what_stands_in_a_loop_or_a_macro_is_escaped_once():
    template = environment("en", "en").from_string(
        "{% macro all(names) %}{% for name in names %}{{ name }}{% endfor %}{% endmacro %}"
        "{{ all(names) }}"
    )
    assert template.render(names=["<", "&"]) == "&lt;&amp;"
