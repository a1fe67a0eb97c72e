"""Where the command begins: what only looks at pages is not kept waiting for what reads articles.

A check of what changed takes a few tenths of a second, of which loading the stages, the site and
the language model's packages would be most.
"""

from __future__ import annotations

import sys

from generator import console, review
from generator.errors import DatelineError


def main() -> None:
    """Run the command; an error of ours is one line on stderr and exit code 2."""
    if sys.argv[1:2] and sys.argv[1] in review.COMMANDS:
        app = review.app
    else:
        from generator.cli import app
    try:
        app()
    except DatelineError as error:
        console.say(f"dateline: {error}", "bold red")
        sys.exit(2)
