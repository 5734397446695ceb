"""The arithmetic audit: what the stated figures of an article imply, and where they contradict one another.

All figures come from the value columns of its rows; the words around them decide only how they belong together. A
contradiction is reported where no rounding and no "about" can explain it.
"""
