"""Texts for properties: what news is made of, put together at random, and what no sane article holds."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = """
a an the of in on at to by from for with between and or but about over under up down more less than least some
its this last next since until within per each every out half later earlier ago firms firm patients homes jobs
report survey council profit prices exports rose fell grew doubled halved cut said expects would will may not
no one ones once twice second third million billion thousand hundred dozen dozens tens quarter quarters year
years month weeks day hours percent cent points basis times threefold tenfold first fifth twenty forty seven
zero two-thirds one-off double-digit net-zero
""".split()
NUMERALS = """
0 1 3 7 12 42 99 100 737 1,500 12,345,678 1.5 .5 0.25 -0 -3 1.234,5 1,5 1e309 1e-400 6.2x10^-4 2^10 ½ 2½ ¾ 10²
1/3 24/7 4-1 1998 2019 2024 2025-26 2023/24 1990s '90s 5th 21st 20240131 2024-02-30 31/12/2023 17.05.2018
23:59 1.2.3 192.168.0.1 0x1F ٣٤ ４２ 一百 三成 +852-2345-6789 999999999999999999999999999999
""".split()
FIGURES = """
5% 5-10% 23–32% 25bp HK$10bn US$1.2bn €3.5m £14.2m RMB3.2tn USD34.6 ¥500 $5-$7 35m 500k 4x 10km 8°C 60mph
7-inch 3kg/day
""".split()
NAMES = """
Maria Costa Halden Council Harbour Board GPT-4 COVID-19 5G 3D Boeing Windows Apollo G20 H5N1 U.S. Dr. No. Fig.
Inc. "Strategy 2.0" (HB) May March Mon Friday Q3 FY2024 H1 Easter Christmas Hong Kong 香港
https://example.org/4?x=5 ana@example.org
""".split()
MARKS = [
    *", , . . . ; : ! ? ( ) [ ] - – — ' \" “ ” ’ / % $ £ & + = < > ~ ± × ° # * _ | \\ `".split(),
    "...",
    "\u00a0",
    "\u2011",
]

FRAGMENTS = st.one_of(*map(st.sampled_from, (WORDS, NUMERALS, FIGURES, NAMES, MARKS)))
GAPS = st.sampled_from([*(" " * 12), "", "", "-", "\n", "\n\n", "  "])

SENTENCE = st.lists(FRAGMENTS, min_size=1, max_size=14).map(" ".join)
TANGLE = st.lists(st.tuples(FRAGMENTS, GAPS), max_size=40).map(lambda parts: "".join(map("".join, parts)))
ROW = st.lists(st.one_of(FRAGMENTS, SENTENCE), min_size=2, max_size=3).map(lambda cells: f"| {' | '.join(cells)} |")
TABLE = st.lists(ROW, min_size=1, max_size=3).map(lambda rows: "\n".join([rows[0], "|---|---|", *rows]))
LINE = st.builds("{}{}".format, st.sampled_from(["", "", "", "# ", "- ", "1. ", "> ", "    ", "```\n"]), SENTENCE)
ARTICLE = st.lists(st.one_of(LINE, SENTENCE, TABLE, TANGLE), max_size=5).map("\n\n".join)

SOURCES = st.one_of(ARTICLE, ARTICLE, TANGLE, st.text(max_size=120))
"""Any text: mostly news-like, some of it not."""

_SUBJECTS = [
    "The Harbour Board", "Maria Costa, who runs the council,", "Exports of grain", "It",
    "More than 1,500 technology companies", "About 42% of local enterprises", "One in five firms",
    "Two-thirds of the 311 patients", "The HK$10 billion fund", "Dr. Okafor",
]  # fmt: skip
_VERBS = [
    "rose by 3.2%", "fell from 9.1 to 8.4 percent", "will spend US $89 to $93 billion",
    "employs about 300 people", "has more than doubled", "said it would cut 1,200 jobs",
    "plans to open two more schools", "could reach 35m devices", "was 25 basis points higher",
    "cost between 5 and 10 pounds a month", "did not raise fares by 5%", "won 4-1",
]  # fmt: skip
_TIMES = [
    "in 2023", "by the end of 2030", "over the past five years", "since March 2020", "on 5 May", "last year",
    "in the third quarter of 2024", "within the next two years", "a year earlier", "between 2015 and 2020",
    "every month",
]  # fmt: skip
_TAILS = [
    "", ", according to a 2022 survey by the Halden Chamber", ", the company said on Friday",
    " while another 21% intend to do so", ", up from 3% in 2019", ', which it called "a record"',
    " in Hong Kong", ", with about 30% of them in the north", " (see figure 3)",
]  # fmt: skip

SENTENCES = st.builds("{} {} {}{}.".format, *map(st.sampled_from, (_SUBJECTS, _VERBS, _TIMES, _TAILS)))
"""Sentences of news that hold figures."""
