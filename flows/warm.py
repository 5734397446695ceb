"""A process that has read something: what readers load and build when they first need it is there.

The fork server imports this, so that its children begin with it; each would take a third of a second to build it anew.
"""

from __future__ import annotations

from flows.extract import extract
from flows.reading.media import HTML, MARKDOWN, TEXT

SAMPLE = """\
# Ferries on the Mend

The Harbour Board (HB) said on 3 May 2024 that fares rose by 4.5% to \u20ac12 in 2023, up from $11.50 a year earlier.
"We carried more than 1.2 million people," said Ana Silva, chief executive of Harbour Ferries Ltd. Two-thirds of them,
according to the board's chairman Jo Lee (a former director of Dune Rail), were tourists. Prime Minister Kim Arden, who
leads the Reform Group, expects growth of 3-4% next year. Of 100 boats, 42 (42%) are new.

The board plans three steps:

- Buy five boats of 40 tonnes.
- Close one pier in ten.

| Year | Fares ($m) | Share |
|------|-----------:|------:|
| 2022 |        1.5 |   48% |
| 2023 |        1.6 |   52% |
"""

for media_type in (TEXT, MARKDOWN, HTML):
    extract(SAMPLE.encode(), media_type=media_type)
