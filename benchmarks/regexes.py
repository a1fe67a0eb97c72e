"""Time every regular expression on strings made to slow it: is twice the text twice the time?

    python benchmarks/regexes.py [PART OF A NAME ...]

Each pattern meets the strings of `tests/trust/patterns.py` at 4 and 8 kB; whatever then takes
more than twice as long is measured again at up to 100 kB. Processor time, the best of four.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "trust")]

import patterns  # noqa: E402 -- the strings lie beside their tests

SCREEN = 4_000
LIMIT = 100_000
RATIO = 2.5
ROUNDS = 4
ENOUGH = 0.4
"""Seconds from which nothing longer is tried."""
FLOOR = 0.004
"""Seconds under which a time says nothing of its growth."""


def seconds(pattern: re.Pattern[str], text: str, rounds: int, *, start: bool) -> float:
    """Return the best time of finding all there is in a text."""
    best = 1e9
    for _ in range(rounds):
        begun = time.process_time()
        if start:
            pattern.match(text)
        else:
            for _found in pattern.finditer(text):
                pass
        best = min(best, time.process_time() - begun)
    return best


def pumped(attack: tuple[str, str, str], size: int) -> str:
    """Return the attack of a length."""
    before, pump, end = attack
    return before + pump * (size // len(pump)) + end


def growth(
    pattern: re.Pattern[str], attack: tuple[str, str, str], *, start: bool
) -> tuple[int, float, float] | None:
    """Return length, time and ratio where twice the text takes more than its share."""
    size, rounds = SCREEN, 1
    while 2 * size <= LIMIT:
        once = seconds(pattern, pumped(attack, size), rounds, start=start)
        twice = seconds(pattern, pumped(attack, 2 * size), rounds, start=start)
        slow = twice > FLOOR and twice > RATIO * once
        if slow and rounds == 1:
            rounds = ROUNDS  # was it the machine?
        elif slow and (twice > ENOUGH or 4 * size > LIMIT):
            return 2 * size, twice, twice / max(once, 1e-9)
        elif not slow and (rounds > 1 or twice < FLOOR):
            return None
        else:
            size *= 2
    return None


def main() -> None:
    """Print what is slower than it should be, and how much was tried."""
    known = patterns.every_pattern()
    wanted = sys.argv[1:]
    strings = slow = 0
    begun = time.process_time()
    for name, pattern in known.items():
        if wanted and not any(part in name for part in wanted):
            continue
        start = patterns.anchored(name)
        worst: tuple[float, str] | None = None
        for attack in patterns.attacks(pattern):
            strings += 1
            found = growth(pattern, attack, start=start)
            if found and (worst is None or found[2] > worst[0]):
                size, taken, ratio = found
                told = f"{name}: {taken:.2f} s for {size:,} characters of {attack!r:.90}"
                worst = ratio, f"x{ratio:.1f} {told} ({'match' if start else 'search'})"
            if worst and worst[0] > 3:
                break
        if worst:
            slow += 1
            print(worst[1], flush=True)
    spent = time.process_time() - begun
    print(f"{len(known)} patterns, {strings:,} strings, {slow} slow, {spent:.0f} s")


if __name__ == "__main__":
    main()
