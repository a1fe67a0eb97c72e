"""Findings in content/, the machine's and people's alike."""

from generator.check.mend import mends
from generator.check.run import check, judge, shown
from generator.check.since import since
from generator.check.subject import Texts

__all__ = ["Texts", "check", "judge", "mends", "shown", "since"]
