"""When: dates with what bounds them, ranges, and times told from a reference date.

"since 2020", "by the end of 2030", "from May to Oct 2020", "over the past five years", "three months after Easter".
Relative times resolve against the reference date and stay open without one.
"""

from flows.claims.periods.reading import REACH, read_time
from flows.claims.periods.time import Time

__all__ = ["REACH", "Time", "read_time"]
