"""Findings in content/, the machine's and people's alike."""

from generator.check.run import check, shown

__all__ = ["check", "shown"]
