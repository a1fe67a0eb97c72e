"""What a question costs in the browser: bytes and time to the first result.

    python benchmarks/search.py SITE WORD...

SITE is a built site; `tests/browser/synthetic.py` makes a chronology of any length.
"""

from __future__ import annotations

import sys
import time
from gzip import compress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from chromium import find
from conftest import OPTIONS, serve
from playwright.sync_api import Browser, Page, Response, sync_playwright


def main(site: Path, words: list[str]) -> None:
    """Print a line for each word, each in a browser that has cached nothing."""
    print("question | first result, ms | next, ms | kB for the question | kB of script before")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(OPTIONS))
        for base in serve(site):
            for word in words:
                print(" | ".join([word, *map(str, measure(browser, base, word))]), flush=True)
        browser.close()


def measure(browser: Browser, base: str, word: str) -> tuple[int, int, float, float]:
    """Return milliseconds to the first result, and of one letter more, and kilobytes."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(base + "about/", wait_until="networkidle")
    script = sum(sent(answer) for answer in answers if answer.url.endswith(".js"))
    answers.clear()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(word[:-1])
    first = waited(page, word[:-1])
    page.get_by_role("searchbox").fill(word)
    then = waited(page, word)
    size = sum(map(sent, answers))
    context.close()
    return first, then, round(size / 1000, 1), round(script / 1000, 1)


def sent(answer: Response) -> int:
    """Return the bytes of a file as a host sends it, compressed."""
    return len(compress(answer.body()))


def waited(page: Page, words: str) -> int:
    """Return the milliseconds until what was typed is answered."""
    start = time.perf_counter()
    page.locator(f".dl-search[data-settled='{words}']").wait_for()
    return round((time.perf_counter() - start) * 1000)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
