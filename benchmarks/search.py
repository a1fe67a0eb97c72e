"""What a question costs in the browser: bytes and time to the first result.

    python benchmarks/search.py SITE WORD...

SITE is a built site; `benchmarks/search_site.py` makes one of any length.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import compress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from chromium import find
from conftest import OPTIONS, serve
from playwright.sync_api import Browser, Page, Response, sync_playwright

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
LETTER = 150
"""Milliseconds between two letters, of one who types by hand."""
COLUMNS = (
    "question",
    "at once on opening, ms",
    "one letter more, ms",
    "kB",
    "by hand, kB",
    "letters beyond Latin-1, kB",
    "script before, kB",
)


def main(site: Path, words: list[str]) -> None:
    """Print a line for each word, each in a browser that has cached nothing."""
    print(" | ".join(COLUMNS))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(OPTIONS))
        for base in serve(site):
            for word in words:
                print(" | ".join([word, *map(str, measure(browser, base, word))]), flush=True)
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
    fonts = sum(sent(answer) for answer in answers if answer.url.endswith(".woff2"))
    return sum(map(sent, answers)) - fonts, fonts


def sent(answer: Response) -> int:
    """Return the bytes of a file as a host sends it, compressed."""
    return len(compress(answer.body()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
