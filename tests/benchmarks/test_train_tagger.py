"""Training: tokens of a treebank and data that never change."""

import json
from pathlib import Path

import pytest

from benchmarks.train_tagger import train, write
from benchmarks.treebank import sentences
from flows.claims.grammar.tagger import read

SAMPLE = """\
# sent_id = sample_one-1
1	Well	well	ADV	RB	_	3	advmod	_	SpaceAfter=No
2	-	-	PUNCT	HYPH	_	1	punct	_	SpaceAfter=No
3	known	know	VERB	VBN	_	4	amod	_	_
4	firms	firm	NOUN	NNS	_	5	nsubj	_	_
5	grew	grow	VERB	VBD	_	0	root	_	_
6	by	by	SCONJ	IN	_	7	mark	_	_
7	hiring	hire	VERB	VBG	_	5	advcl	_	SpaceAfter=No
8	.	.	PUNCT	.	_	5	punct	_	_

# sent_id = sample_one-2
1	We	we	PRON	PRP	_	2	nsubj	_	_
2	say	say	VERB	VBP	_	0	root	_	_
3	that	that	SCONJ	IN	_	5	mark	_	_
4	they	they	PRON	PRP	_	5	nsubj	_	_
5	grew	grow	VERB	VBD	_	2	ccomp	_	SpaceAfter=No
6	.	.	PUNCT	.	_	2	punct	_	_

"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "sample.conllu"
    path.write_text(SAMPLE, "utf-8")
    return path


def test_hyphenated_words_are_joined_and_conjunctions_told_from_prepositions(corpus: Path) -> None:
    first, second = sentences(corpus)
    assert first.words == ["Well-known", "firms", "grew", "by", "hiring", "."]
    assert [token.tag for token in first.tokens] == ["JJ", "NNS", "VBD", "IN", "VBG", "."]
    assert [token.head for token in first.tokens] == [1, 2, -1, 4, 2, 2]
    assert [token.tag for token in second.tokens] == ["PRP", "VBP", "CS", "PRP", "VBD", "."]


def test_training_twice_gives_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    trees = [*sentences(corpus)] * 4
    for name in ("one.json", "two.json"):
        write(train(trees), tmp_path / name)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    tagger = read(json.loads((tmp_path / "one.json").read_text("utf-8")))
    assert tagger.tag(["We", "grew", "."]) == ["PRP", "VBD", "."]
