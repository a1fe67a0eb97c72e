"""Findings in content/, the machine's and people's alike."""

from generator.check.mend import mends
from generator.check.run import check, shown
from generator.check.since import since

__all__ = ["check", "mends", "shown", "since"]
