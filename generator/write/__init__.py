"""Events to files under content/, never over a person's edit."""

from generator.content.reports import Remembered
from generator.content.reports import load as remembered
from generator.write.explain import Explanation, explain
from generator.write.join import join, part
from generator.write.open_proposals import load as proposals
from generator.write.remember import Recollection, names, outline, rejoin, remember
from generator.write.revise import accept, reconsider, refuse, reinstate, rename, withdraw
from generator.write.run import write
from generator.write.standing import curated
from generator.write.summary import Summary

__all__ = [
    "Explanation",
    "Recollection",
    "Remembered",
    "Summary",
    "accept",
    "curated",
    "explain",
    "join",
    "names",
    "outline",
    "part",
    "proposals",
    "reconsider",
    "refuse",
    "reinstate",
    "rejoin",
    "remember",
    "remembered",
    "rename",
    "withdraw",
    "write",
]
