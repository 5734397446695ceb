"""Cost grows with the text and no faster, whatever the text: four times as much takes about four times as long.

Ordinary runs read small texts; `pytest -m slow` reads large ones, a line of 10 MB among them.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice

import pytest

from flows.extract import extract

pytestmark = pytest.mark.slow  # times depend on what else the machine does: `make soak`, not `make test`
TIMES = 4
MOST = 2.6**2
"""What four times the text may cost: twice the text at most 2.6 times, noise included."""
FLOOR = 0.02
"""Processor seconds below which a measurement says nothing."""

REPEATED = [
    "7 ",
    "5, ",
    "1,",
    "1.",
    "111,",
    "111 ",
    "5-",
    "A-1-",
    "2024-",
    "+852-",
    "[5,",
    "$",
    "( ",
    "a  b\n\n",
    "Lee said that sales rose. ",
    "AB (",
    '" ',
    '"5 ',
    "5' ",
    "a of ",
    "of the 5 ",
    "one in ",
    "one and ",
    "hundred ",
    "twenty-",
    "tens of thousands of ",
    "half a ",
    "between 5 and ",
    "from 1 to ",
    "over 5 and under 6 and ",
    "said that ",
    "said that 5 ",
    "rose by ",
    "rose from 5 to ",
    "not only 5 ",
    "another 35% of firms ",
    "5 per ",
    "5 m s-1 ",
    "5 or so ",
    "1x10^",
    "a.1@",
    "www.",
    "May ",
    "In May, ",
    "by May 5 ",
    "two weeks after ",
    "the three months to ",
    "Ana Costa 5 ",
    "Prices rose 5%, he said. ",
    'He said: "Prices rose 5% in May. ',
    "A 2023 survey by Gallup found that 5% of firms agree. ",
    "According to the Harbour Board (HB), 5% rose. ",
    "including: 5\n\n",
    "- rose 5%\n",
    "| 5 | 5% |\n",
    "一百",
]
OTHERS: dict[str, Callable[[int], str]] = {
    "one long row": lambda size: f"| a |{' 5 |' * (size // 8)}\n|{'--|' * (size // 8 + 1)}",
    "many columns": lambda size: f"|{' a |' * (size // 12)}\n|{'--|' * (size // 12)}\n|{' 5 |' * (size // 12)}",
    "many rows": lambda size: "| a | 2024 |\n|---|---|\n" + "| b | 5% |\n" * (size // 11),
    "acronyms": lambda size: "".join(islice(acronyms(), size // 20)),
    "one word": lambda size: "a" * size + " 5",
    "one numeral": lambda size: "9" * size,
    "one phrase": lambda size: "more than " * (size // 10) + "5",
}
HOSTILE = {text.strip(): (lambda size, text=text: text * (size // len(text))) for text in REPEATED} | OTHERS


def acronyms() -> Iterator[str]:
    letters = "ABCDEFGHIJ"
    for number in cycle(range(1000)):
        a, b, c = (letters[int(digit)] for digit in f"{number:03}")
        yield f"The {a}lpha {b}eta {c}orp ({a}{b}{c}) rose {number}. "


def seconds(text: str) -> float:
    source = text.encode()
    gc.collect()
    start = time.process_time()
    extract(source, media_type="text/plain")
    return time.process_time() - start


def assert_linear(text: Callable[[int], str], size: int) -> None:
    """Measures again where the first measurement says too much: noise only ever adds."""
    small = large = float("inf")
    for _ in range(3):
        small, large = min(small, seconds(text(size))), min(large, seconds(text(TIMES * size)))
        if large <= MOST * max(small, FLOOR):
            return
    pytest.fail(f"{TIMES} times the text took {large / small:.1f} times as long ({small:.3f} s, {large:.3f} s)")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_costs_what_its_length_is(text: Callable[[int], str]) -> None:
    assert_linear(text, 2_000)


def test_an_ordinary_article_costs_what_its_length_is() -> None:
    assert_linear(article, 25_000)


def article(size: int) -> str:
    sentences = [
        "The harbour board said on Tuesday that ferry ridership rose by 4.2% in 2023, to about 12 million trips.",
        "Nobody had expected that, and the union, which speaks for the crews, asked for talks.",
        '"We lost a third of our crews to the railway," said Ana Ruiz, who runs the night boats.',
        "Tickets will cost between HK$5 and HK$7 from May, up from HK$4.50 a year earlier.",
    ]
    return " ".join(islice(cycle(sentences), size // 95))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_much_hostile_text_costs_what_its_length_is(text: Callable[[int], str]) -> None:
    assert_linear(text, 25_000)


@pytest.mark.parametrize("text", [article, lambda size: "prices in harbour towns fell again " * (size // 35)])
def test_ten_megabytes_of_one_line_cost_what_their_length_is(text: Callable[[int], str]) -> None:
    assert_linear(text, 2_500_000)


def test_a_hundred_thousand_numbers_in_a_row_cost_what_their_length_is() -> None:
    assert_linear(lambda size: " ".join(map(str, range(size))), 25_000)
