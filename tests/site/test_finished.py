"""A page that MkDocs takes as it is reads as if MkDocs had rendered it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import site
from generator.content import load
from generator.site.builders import load_configuration
from generator.site.configuration import options
from generator.site.finished import Apart, Finished


def test_a_finished_page_is_what_markdown_would_make_of_it(
    configuration: Path, invented: Path
) -> None:
    config = load_configuration(configuration)
    chronology, _ = load(invented)
    files = Files([])
    for page in site.pages(chronology, options(config)):
        finished, rendered = (
            kind(None, File(page.path, None, config.site_dir, config.use_directory_urls), config)
            for kind in (Finished, Page)
        )
        for each in (finished, rendered):
            each.file.content_string = page.document()
            each.read_source(config)
            each.render(config, files)
        assert finished.content == rendered.content
        assert (finished.title, finished.meta) == (rendered.title, rendered.meta)
        assert list(finished.toc) == list(rendered.toc) == []


def test_a_file_apart_is_what_mkdocs_makes_of_it(configuration: Path, invented: Path) -> None:
    for directories in (True, False):
        config = load_configuration(configuration)
        config.use_directory_urls = directories
        config.plugins._current_plugin = "dateline"
        apart = Apart(config)
        pages = site.pages(load(invented)[0], options(config))
        for page in (page for page in pages if page.order is None):
            inclusion = InclusionLevel.NOT_IN_NAV
            made = File.generated(config, page.path, content="", inclusion=inclusion)
            Finished(None, made, config).own = page
            file = apart.file(page)
            assert (file.dest_uri, file.url) == (made.dest_uri, made.url)
            found, wanted = ({**vars(each.page), "file": None} for each in (file, made))
            assert found == wanted
            assert (file.name, file.abs_dest_path) == (made.name, made.abs_dest_path)
            assert vars(file) == {**vars(made), "page": file.page}


def test_what_other_plugins_do_to_a_page_holds(configuration: Path, tmp_path: Path) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text(
        "def on_page_markdown(markdown, **_):\n"
        "    return markdown.replace('id=\"page\"', 'id=\"page\" data-before')\n\n\n"
        "def on_page_content(html, **_):\n"
        "    return html + '<!-- after -->'\n",
        encoding="utf-8",
    )
    hooked = configuration.with_name("hooked.yml")
    text = configuration.read_text(encoding="utf-8")
    hooked.write_text(f"{text}hooks: [{hook}]\n", encoding="utf-8")
    built = site.build(hooked, site_dir=tmp_path / "site")
    front = (built / "index.html").read_text(encoding="utf-8")
    assert 'id="page" data-before' in front
    assert "<!-- after -->" in front
