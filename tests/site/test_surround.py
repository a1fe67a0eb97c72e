"""Pages that the theme renders once for many are the pages that it would render."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.structure.files import File, InclusionLevel

from generator import site
from generator.site.builders import load_configuration
from generator.site.finished import Finished
from generator.site.surround import Surround

TITLES = ["Bridge", "Ferry &amp; dock", "Tram", "Wells &amp; pumps", "Quay", "Locks &amp; weirs"]


def finished(configuration: Path) -> list[Finished]:
    """Return pages of one folder that differ in their texts."""
    config = load_configuration(configuration)
    found = []
    for number, title in enumerate(TITLES):
        file = File(
            f"2025/{number}.md", None, config.site_dir, True, inclusion=InclusionLevel.NOT_IN_NAV
        )
        page = Finished(None, file, config)
        page.meta = {"title": title, "follow": [{"href": f"{number}.xml"}]}
        page.content = f"<h1>{title}</h1>" if number != 4 else "<p>Without a heading</p>"
        found.append(page)
    return found


def environments(source: str) -> tuple[Environment, Environment]:
    """Return an environment that renders every page, and one that need not."""
    plain = Environment(loader=DictLoader({"main.html": source}))  # noqa: S701 -- as MkDocs does
    filled = plain.overlay()
    filled.template_class = Surround
    return plain, filled


@pytest.mark.parametrize(
    "said",
    [
        "{{ page.meta.title }}",
        "{{ page.meta.title | striptags }}",
        "{{ page.meta.title | escape }}",
        "{{ page.meta.title | length }}",
        "{{ page.meta.title[0] }}",
    ],
)
def test_whatever_a_theme_does_with_a_title_each_page_is_the_theme_s(
    configuration: Path, said: str
) -> None:
    source = said + (
        " {% for way in page.meta.follow %}{{ way.href }}{% endfor %} {{ page.canonical_url }}"
        " {% if '<h1' not in page.content %}<h1>none</h1>{% endif %}{{ page.content }}"
    )
    plain, filled = (made.get_template("main.html") for made in environments(source))
    for page in finished(configuration):
        assert filled.render({"page": page}) == plain.render({"page": page})


def test_the_theme_renders_one_page_twice_where_many_are_alike(configuration: Path) -> None:
    asked: list[Any] = []
    _, filled = environments("{{ count(page) }}{{ page.meta.title }}{{ page.content }}")
    filled.globals["count"] = lambda page: asked.append(page) or ""
    template = filled.get_template("main.html")
    alike = [page for page in finished(configuration) if "&" not in page.meta["title"]][:1] * 9
    for page in alike:
        template.render({"page": page})
    assert len(asked) == 2


def test_a_site_is_the_same_where_a_plugin_has_each_page_rendered(
    configuration: Path, built: Path, tmp_path: Path
) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text("def on_page_context(context, **_):\n    return context\n", encoding="utf-8")
    slow = configuration.with_name("slow.yml")
    text = configuration.read_text(encoding="utf-8")
    slow.write_text(f"{text}hooks: [{hook}]\n", encoding="utf-8")
    rendered = site.build(slow, site_dir=tmp_path / "site")
    pages = sorted(path.relative_to(built) for path in built.rglob("*.html"))
    assert len(pages) > 50
    assert pages == sorted(path.relative_to(rendered) for path in rendered.rglob("*.html"))
    assert [p for p in pages if (built / p).read_bytes() != (rendered / p).read_bytes()] == []


def test_the_theme_s_part_has_no_blank_lines_and_all_else_is_as_it_was(
    configuration: Path,
) -> None:
    source = '<p  class="a"\n\n   id="b">\n  x\n\n y</p><pre>\n\n z</pre>  \n {{ page.content }} \n'
    _, filled = environments(source)
    page = finished(configuration)[4]
    page.content = "<pre>\n\n one</pre>\n\n <p>two</p>"

    assert filled.get_template("main.html").render({"page": page}) == (
        f'<p  class="a"\nid="b">\nx\ny</p><pre>\n\n z</pre>\n{page.content} '
    )
