"""What a question costs in the browser: bytes and time to the first result.

    python benchmarks/search.py SITE WORD...

SITE is one that `benchmarks/search_site.py` made. Of each word it is asked too with a kind and a
year chosen, first alone and then with the values of all facets counted; what is told there is
compared with what the pages say.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import compress
from html import unescape
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS / "browser"), str(TESTS)]

from chromium import find  # noqa: E402 -- these stand beside the tests
from conftest import OPTIONS, serve  # noqa: E402
from playwright.sync_api import Browser, Page, Response, sync_playwright  # noqa: E402

ASKED = """words => new Promise(done => {
  const box = document.querySelector(".dl-search");
  const field = box.querySelector("input[type=search]");
  const start = performance.now();
  new MutationObserver(() => {
    if (box.dataset.settled === words) done(performance.now() - start);
  }).observe(box, { attributeFilter: ["data-settled"] });
  field.value = words;
  field.dispatchEvent(new Event("input"));
})"""
"""Types words at once, and tells after how many milliseconds they are answered."""
CHOSEN = """query => new Promise(done => {
  history.replaceState(null, "", query);
  const words = new URLSearchParams(query).get("q");
  const start = performance.now();
  new MutationObserver(() => {
    const box = document.querySelector(".dl-search");
    if (box?.dataset.settled === words) done(performance.now() - start);
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-settled"] });
  document.querySelector("[data-dl-search]").click();
})"""
"""Opens the search with words, facets and a range chosen, and tells when it is answered."""
COUNTED = """() => new Promise(done => {
  const box = document.querySelector(".dl-search");
  const start = performance.now();
  new MutationObserver(() => {
    if (box.dataset.settled) done(performance.now() - start);
  }).observe(box, { attributeFilter: ["data-settled"] });
  const narrow = box.querySelector(".dl-search__narrow");
  if (narrow.open) done(0);
  narrow.open = true;
})"""
"""Opens the facets, and tells when their values are counted."""
VALUES = """all => all.map(box =>
  [`${box.name}:${box.value}`, +box.parentElement.querySelector("small").textContent])"""
KIND, YEAR = "trial", "2023"
LETTER = 150
"""Milliseconds between two letters, of one who types by hand."""
VALUE = re.compile('data-pagefind-filter="([^"]+)">([^<]+)<')
COLUMNS = (
    "question",
    "at once on opening, ms",
    "one letter more, ms",
    "kB",
    "by hand, kB",
    "letters beyond Latin-1, kB",
    "script before, kB",
    "with a kind and a year, ms",
    "kB",
    "then facets counted, ms",
    "kB",
    "counts exact",
)


def main(site: Path, words: list[str]) -> None:
    """Print a line for each word, each in a browser that has cached nothing."""
    print(" | ".join(COLUMNS))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(OPTIONS))
        for base in serve(site):
            for word in words:
                figures = [*measure(browser, base, word), *chosen(browser, base, site, word)]
                print(" | ".join([word, *map(str, figures)]), flush=True)
        browser.close()


def measure(browser: Browser, base: str, word: str) -> list[float]:
    """Return the values of the columns for one word."""
    with opened(browser, base) as (page, answers):
        script = sum(sent(answer) for answer in answers if answer.url.endswith(".js"))
        answers.clear()
        page.keyboard.press("/")
        page.locator(".dl-search[open]").wait_for()
        first = page.evaluate(ASKED, word[:-1])
        then = page.evaluate(ASKED, word)
        size, fonts = weighed(answers)
    with opened(browser, base) as (page, answers):
        answers.clear()
        page.keyboard.press("/")
        page.get_by_role("searchbox").press_sequentially(word, delay=LETTER)
        page.locator(f".dl-search[data-settled='{word}']").wait_for()
        by_hand, _ = weighed(answers)
    figures = (size, by_hand, fonts, script)
    return [round(first), round(then), *(round(figure / 1000, 1) for figure in figures)]


def chosen(browser: Browser, base: str, site: Path, word: str) -> list[float | str]:
    """Return the values of the columns for one word, a kind and a year."""
    with opened(browser, base) as (page, answers):
        answers.clear()
        query = f"?q={word}&kind={KIND}&from={YEAR}-01&to={YEAR}-12"
        first = page.evaluate(CHOSEN, query)
        size, _ = weighed(answers)
        then = page.evaluate(COUNTED)
        more = weighed(answers)[0] - size
        said = page.locator(".dl-search__summary").inner_text()
        told = int("".join(re.findall(r"^[\d,]+", said)).replace(",", "") or 0)
        counts = dict(page.locator(".dl-search__facets input").evaluate_all(VALUES))
        total, expected = counted(site, word)
        exact = (told, counts) == (total, expected)
    same = f"{total}: {'yes' if exact else f'no, {told}'}"
    return [round(first), round(size / 1000, 1), round(then), round(more / 1000, 1), same]


def counted(site: Path, word: str) -> tuple[int, Counter[str]]:
    """Return how many pages have a word that begins so, a kind and a year; and their values."""
    pattern = re.compile(rf"\b{word}".encode(), re.IGNORECASE)
    found = [
        values
        for page in site.glob("2*/*/index.html")
        for text, _, rest in [page.read_bytes().partition(b"<p hidden")]
        if pattern.search(text)
        for values in [[f"{a}:{unescape(b)}" for a, b in VALUE.findall(rest.decode())]]
        if f"kind:{KIND}" in values and any(v.startswith(f"month:{YEAR}") for v in values)
    ]
    facets = (value for values in found for value in values if not value.startswith("month:"))
    return len(found), Counter(facets)


@contextmanager
def opened(browser: Browser, base: str) -> Iterator[tuple[Page, list[Response]]]:
    """Open a page in a browser without a cache, and give it with all that it fetches."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(base + "about/", wait_until="networkidle")
    yield page, answers
    context.close()


def weighed(answers: list[Response]) -> tuple[int, int]:
    """Return the bytes of all but fonts, and those of fonts."""
    sizes = [(answer.url.endswith(".woff2"), sent(answer)) for answer in list(answers)]
    fonts = sum(size for font, size in sizes if font)
    return sum(size for _, size in sizes) - fonts, fonts


def sent(answer: Response) -> int:
    """Return the bytes of a file as a host sends it, compressed."""
    return len(compress(answer.body()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
