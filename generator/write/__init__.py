"""Events to files under content/, never over a person's edit."""

from generator.write.explain import Explanation, explain
from generator.write.run import write
from generator.write.standing import curated
from generator.write.summary import Summary

__all__ = ["Explanation", "Summary", "curated", "explain", "write"]
