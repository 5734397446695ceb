"""Answers kept by word."""

from __future__ import annotations

from flows.memo import LONGEST, Memo


def test_asks_once_for_a_word() -> None:
    asked: list[str] = []

    def told(word: str) -> str:
        asked.append(word)
        return word.upper()

    memo = Memo(told)
    assert [memo["tide"], memo["tide"], memo["ebb"]] == ["TIDE", "TIDE", "EBB"]
    assert asked == ["tide", "ebb"]


def test_keeps_so_many_words_and_no_endless_one() -> None:
    memo = Memo(len, most=2)
    endless = "a" * (LONGEST + 1)
    assert [memo[word] for word in (endless, "a", "ab", "abc")] == [LONGEST + 1, 1, 2, 3]
    assert memo == {"a": 1, "ab": 2}
