"""Numerals that state no amount: parts of names ("GPT-4", "Boeing 737"), references ("figure 3"), idioms, ranks."""

from flows.claims.designations.clocks import read_clock
from flows.claims.designations.designation import Designation
from flows.claims.designations.ranks import read_rank
from flows.claims.designations.reading import read_designation

__all__ = ["Designation", "read_clock", "read_designation", "read_rank"]
