"""Events to files under content/, never over a person's edit."""

from generator.content.reports import Remembered, Reports
from generator.content.reports import each as remembered
from generator.write.commit import mend
from generator.write.decisions import Fuse, Told
from generator.write.dump import UnwritableError, render
from generator.write.explain import Explanation, explain
from generator.write.join import join
from generator.write.offered import Offered, offered
from generator.write.open_proposals import load as proposals
from generator.write.part import part
from generator.write.put import put, put_seed, taken
from generator.write.remember import Names, Outlines, Recollection, rejoin, remember
from generator.write.revise import accept, reconsider, refuse, reinstate, rename, withdraw
from generator.write.run import write
from generator.write.standing import Texts, curated, nowhere
from generator.write.summary import Summary
from generator.write.wish_text import said

__all__ = [
    "Explanation",
    "Fuse",
    "Names",
    "Offered",
    "Outlines",
    "Recollection",
    "Remembered",
    "Reports",
    "Summary",
    "Texts",
    "Told",
    "UnwritableError",
    "accept",
    "curated",
    "explain",
    "join",
    "mend",
    "nowhere",
    "offered",
    "part",
    "proposals",
    "put",
    "put_seed",
    "reconsider",
    "refuse",
    "reinstate",
    "rejoin",
    "remember",
    "remembered",
    "rename",
    "render",
    "said",
    "taken",
    "withdraw",
    "write",
]
