"""The frame of a figure: clause, verb, subject, population, predicate."""

from __future__ import annotations

import pytest

from flows.claims.grammar.tagged import Tagged
from flows.claims.statements.frames import frame_of

# text (the figure in brackets), clause, subject, population
FRAMES = [
    ("The firm employs [300] people.", "The firm employs 300 people", "firm", None),
    ("[42%] of local firms use it.", "42% of local firms use it", "local firms", "local firms"),
    ("Sales grew by [5%] in May.", "Sales grew by 5% in May", "Sales", None),
    ("The price of bread rose and the cost of fuel fell by [5%].", None, "cost of fuel", None),
    ("Sales rose, while profits fell by [5%].", "while profits fell by 5%", "profits", None),
    ("Sales rose; profits fell by [5%].", "profits fell by 5%", "profits", None),
    ("According to the union, wages fell by [3%].", "wages fell by 3%", "wages", None),
    ("The harbour, which has [12] piers, is old.", "which has 12 piers", "harbour", None),
    ("About [half] the warehouses stand empty.", None, "warehouses", "warehouses"),
    ("She added that [40] of the yards were shut.", None, "yards", "yards"),
    ("The rent limits of [$500] per flat have not moved.", None, "rent limits", None),
    ("Gifts [above €10,000] must be declared.", None, "Gifts", None),
    ("The council expects rents to rise by [4%] next year.", None, "rents", None),
    ("Analysts at Merrow estimate that output fell in 2023, compared with [9] per cent before.", None, "output", None),
    ("The tour, which drew [900] fans, opens in Oslo.", "which drew 900 fans", "tour", None),
    ("Cars and vans alone rose by [5%].", None, "Cars and vans", None),
    ("Each will carry [450] passengers.", None, "Each", None),
    ("Walkers doubled after the price of a ticket was cut to [$3].", None, "price of a ticket", None),
    ("She puts the cost of the work at [$3m].", None, "cost of the work", None),
    ("The bank has rebuilt its systems, cutting costs by [40%].", None, "bank", None),
    ("The state runs the [$10 billion] Science and Tools Fund.", None, "Science and Tools Fund", None),
    ("The crew struck, and the mate earned [$90].", None, "mate", None),
]


@pytest.mark.parametrize(("marked", "clause", "subject", "population"), FRAMES)
def test_frames_a_figure(marked: str, clause: str | None, subject: str, population: str | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    s = Tagged.of(text, 0, len(text))
    first = next(at for at in range(len(s)) if s.ends[at] > start)
    last = next((at for at in range(len(s)) if s.starts[at] >= end), len(s))

    def told(tokens: tuple[int, int] | None) -> str | None:
        return tokens and text[s.starts[tokens[0]] : s.ends[tokens[1] - 1]]

    frame = frame_of(s, first, last)
    assert clause is None or told((frame.start, frame.end)) == clause
    assert (told(frame.subject), told(frame.population)) == (subject, population)


def test_a_figure_alone_has_no_subject() -> None:
    frame = frame_of(Tagged.of("300", 0, 3), 0, 1)
    assert (frame.subject, frame.verb, frame.population) == (None, None, None)
