"""Train the part-of-speech tagger and write its lexicon and weights, byte for byte the same on every run.

    python -m benchmarks.train_tagger GUM.conllu --test EWT.conllu   # train on all, score, write
    python -m benchmarks.train_tagger GUM.conllu --held-out          # keep every tenth document to score on

The weights are an averaged perceptron's, learnt with a margin; words seen once or twice are now and then shown as
unknown, so that the letters of a word earn weights too.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.treebank import Sentence, Token, sentences
from flows.claims.grammar.lexicon import Entry, Lexicon, stems
from flows.claims.grammar.tagger import EDGE, OPENERS, Tagger, features, read

TARGET = Path(__file__).parent.parent / "flows" / "claims" / "vocabulary" / "tagger.json"
ORIGIN = (
    "Made by benchmarks/train_tagger.py from the tags and lemmas of GUM, the Georgetown University Multilayer corpus "
    "(Amir Zeldes and others, https://gucorpling.org/gum), annotations under CC BY 4.0. Do not edit."
)

ROUNDS = 8
MARGIN = 20
"""By how much the right tag must win, in updates, before nothing is learnt from a word."""
SCALE = 10
"""Weights are kept in tenths of an update."""
SEEN = 2
"""How often a word must be seen to be in the lexicon."""
RARE = 5
TRUSTED = 3
"""A word seen at least this often has only the tags that were seen, or follow from its lemma."""
FREQUENT = 200
UPDATES = 12
"""A feature that was changed less often is dropped."""
LEAST = 10
"""A smaller weight is dropped."""
VERBS = frozenset({"VB", "VBP", "VBD", "VBN", "VBZ", "VBG"})


@dataclass
class Vocabulary:
    """Counts of the tags of each word form, and the lemmas behind them."""

    tags: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lemmas: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    verbs: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, corpus: Iterable[Sentence]) -> Vocabulary:
        vocabulary = cls()
        for sentence in corpus:
            for at, token in enumerate(sentence.tokens):
                vocabulary.add(token, at == 0)
        return vocabulary

    def add(self, token: Token, first: bool) -> None:
        name = token.tag == "NNP"
        form = token.word if name or not (first or token.word.isupper()) else token.word.lower()
        self.tags[form][token.tag] += 1
        if token.lemma and not name:
            self.lemmas[form].add(token.lemma)
            if token.tag in VERBS:
                self.verbs.add(token.lemma)
            elif token.tag in ("NN", "NNS"):
                self.nouns.add(token.lemma)

    def count(self, word: str) -> int:
        return self.tags[word].total() if word in self.tags else 0

    def possible(self, word: str) -> set[str]:
        """The tags seen, without slips of the pen, and those that the other forms of its lemmas make possible."""
        seen, total = self.tags[word], self.count(word)
        tags = {tag for tag, n in seen.items() if n >= max(1, total * 0.003) and not (total >= 20 and n == 1)}
        if tags & {"VB", "VBP"}:
            tags |= {"VB", "VBP"}
        if word.endswith("ed") and tags & {"VBD", "VBN"}:
            tags |= {"VBD", "VBN"}
        if word.endswith("ing") and any(stem in self.verbs for stem in stems(word[:-3])):
            tags.add("VBG")
        for lemma in self.lemmas[word]:
            self._add_by_lemma(word, lemma, tags)
        return tags

    def _add_by_lemma(self, word: str, lemma: str, tags: set[str]) -> None:
        if "NN" in tags and lemma in self.verbs and word == lemma:
            tags |= {"VB", "VBP"}
        if "NNS" in tags and lemma in self.verbs and word in (lemma + "s", lemma + "es", lemma[:-1] + "ies"):
            tags.add("VBZ")
        if "VBZ" in tags and lemma in self.nouns and word.endswith("s"):
            tags.add("NNS")
        if "VB" in tags and lemma in self.nouns:
            tags.add("NN")


def lexicon_of(corpus: Sequence[Sentence], vocabulary: Vocabulary) -> Lexicon:
    """The words seen often enough, and the patterns of the others."""
    known = {word: vocabulary.possible(word) for word in vocabulary.tags if vocabulary.count(word) >= SEEN}
    for word in [word for word in known if word[0].isupper() and vocabulary.count(word) < 50]:
        known[word] |= known.get(word.lower(), set())
    for word in [
        word for word in known if vocabulary.count(word.title()) > 10 * vocabulary.count(word) and word.islower()
    ]:
        del known[word]
    counts = Counter(word.lower() for sentence in corpus for word in sentence.words)
    frequent = frozenset(sorted(counts, key=lambda word: (-counts[word], word))[:FREQUENT]) & known.keys()
    rare = frozenset(word for word in known if vocabulary.count(word) <= RARE)
    forms = {word: tags for word, tags in _forms(vocabulary).items() if word not in known}
    draft = Lexicon({word: tuple(sorted(tags)) for word, tags in known.items()}, frequent, rare, forms)
    patterns = _patterns(corpus, vocabulary, draft)
    return Lexicon({**_completed(draft, vocabulary, patterns), **_pattern_tags(patterns)}, frequent, rare, forms)


def _forms(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The regular forms of the verbs and nouns of which some form was seen."""
    tags: defaultdict[str, set[str]] = defaultdict(set)
    for lemma in filter(str.isalpha, vocabulary.verbs):
        tags[lemma] |= {"VB", "VBP"}
        tags[_with_s(lemma)].add("VBZ")
        for stem in (lemma.removesuffix("e"), lemma + lemma[-1]):
            tags[stem + "ing"].add("VBG")
            tags[stem + "ed"] |= {"VBD", "VBN"}
        if lemma.endswith("y"):
            tags[lemma[:-1] + "ied"] |= {"VBD", "VBN"}
    return {word: tuple(sorted(names)) for word, names in tags.items()}


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"


def _patterns(corpus: Iterable[Sentence], vocabulary: Vocabulary, draft: Lexicon) -> dict[str, Counter[str]]:
    """How often each pattern of unknown and rare words has each tag."""
    patterns: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in corpus:
        for token, first in zip(sentence.tokens, starts(sentence.words), strict=True):
            entry = draft.entry(token.word, first)
            if entry.key in draft.tags and vocabulary.count(entry.key) <= 4:
                entry = draft.guess(token.word, first)
            if entry.key not in draft.tags:
                patterns[entry.key][token.tag] += 1
    return patterns


def _pattern_tags(patterns: dict[str, Counter[str]]) -> dict[str, tuple[str, ...]]:
    """The tags of each pattern seen often enough to know; the others keep to the open classes."""
    return {
        pattern: tags
        for pattern, counts in patterns.items()
        if counts.total() > 4
        and (tags := tuple(sorted(tag for tag, n in counts.items() if n >= max(2, counts.total() * 0.01))))
    }


def _completed(draft: Lexicon, vocabulary: Vocabulary, patterns: dict[str, Counter[str]]) -> dict[str, tuple[str, ...]]:
    """The words' tags, those of words seen too seldom completed by the likely tags of their pattern."""
    tags = dict(draft.tags)
    for word in draft.tags:
        if vocabulary.count(word) < TRUSTED and word[0].isalpha():
            counts = patterns.get(draft.guess(word, False).key, Counter())
            likely = {tag for tag, n in counts.items() if n >= max(2, counts.total() * 0.1)}
            tags[word] = tuple(sorted({*tags[word], *likely}))
    return tags


def starts(words: Sequence[str]) -> list[bool]:
    """Which words may be capitalised for their place alone."""
    return [True, *(word in OPENERS for word in words[:-1])]


class Perceptron:
    """Weights by feature and tag, with what is needed to average them over all steps."""

    def __init__(self) -> None:
        self.weights: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self.totals: Counter[tuple[str, str]] = Counter()
        self.changed: dict[tuple[str, str], int] = {}
        self.updates: Counter[str] = Counter()
        self.step = 0

    def learn(self, tags: Sequence[str], right: str, signs: Sequence[str]) -> str:
        """The tag that the weights choose; they are corrected unless the right one wins by the margin."""
        self.step += 1
        rows = [row for row in map(self.weights.get, signs) if row]
        scores = {tag: sum([row.get(tag, 0) for row in rows]) for tag in tags}
        best = max(tags, key=scores.__getitem__)
        if right in scores:
            rival = max((tag for tag in tags if tag != right), key=scores.__getitem__)
            if scores[right] - scores[rival] < (MARGIN if best == right else 1):
                self._correct(right, rival, signs)
        return best

    def _correct(self, right: str, rival: str, signs: Sequence[str]) -> None:
        for sign in signs:
            self._change(sign, right, 1)
            self._change(sign, rival, -1)
            self.updates[sign] += 2

    def _change(self, sign: str, tag: str, by: int) -> None:
        row = self.weights[sign]
        weight = row.get(tag, 0)
        self.totals[sign, tag] += (self.step - self.changed.get((sign, tag), 0)) * weight
        self.changed[sign, tag] = self.step
        row[tag] = weight + by

    def averaged(self) -> dict[str, dict[str, int]]:
        """The average weights of the features that were changed often enough, rounded; the least are dropped."""
        kept = sorted(sign for sign, n in self.updates.items() if n >= UPDATES)
        rows = {sign: {tag: self._average(sign, tag) for tag in sorted(self.weights[sign])} for sign in kept}
        return {
            sign: pruned for sign, row in rows.items() if (pruned := {t: w for t, w in row.items() if abs(w) >= LEAST})
        }

    def _average(self, sign: str, tag: str) -> int:
        pending = (self.step - self.changed[sign, tag]) * self.weights[sign][tag]
        return round((self.totals[sign, tag] + pending) * SCALE / self.step)


def train(corpus: Sequence[Sentence]) -> dict[str, object]:
    """The data of a tagger, as `flows.claims.grammar.tagger.read` takes it."""
    vocabulary = Vocabulary.of(corpus)
    lexicon = lexicon_of(corpus, vocabulary)
    model = Perceptron()
    dice = random.Random(1)
    order = list(corpus)
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for sentence in order:
            _learn(model, sentence, [_shown(lexicon, vocabulary, *word, dice) for word in _placed(sentence)])
    return _data(lexicon, model.averaged())


def _placed(sentence: Sentence) -> Iterable[tuple[str, bool]]:
    return zip(sentence.words, starts(sentence.words), strict=True)


def _shown(lexicon: Lexicon, vocabulary: Vocabulary, word: str, first: bool, dice: random.Random) -> Entry:
    """The entry of a word; of a seldom one now and then what it would be had it never been seen."""
    entry = lexicon.entry(word, first)
    count = vocabulary.count(entry.key)
    return lexicon.guess(word, first) if count and dice.random() * count < 1 else entry


def _learn(model: Perceptron, sentence: Sentence, entries: Sequence[Entry]) -> None:
    last = before = EDGE
    for at, (entry, token) in enumerate(zip(entries, sentence.tokens, strict=True)):
        tag = entry.tags[0]
        if len(entry.tags) > 1:
            tag = model.learn(entry.tags, token.tag, features(entries, at, last, before))
        last, before = tag, last


def _data(lexicon: Lexicon, weights: dict[str, dict[str, int]]) -> dict[str, object]:
    return {
        "origin": ORIGIN,
        "words": _by_tags(lexicon.tags),
        "forms": _by_tags(lexicon.forms),
        "frequent": " ".join(sorted(lexicon.frequent)),
        "rare": " ".join(sorted(lexicon.rare)),
        "weights": {sign: " ".join([f"{tag}{weight}" for tag, weight in row.items()]) for sign, row in weights.items()},
    }


def _by_tags(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    groups = defaultdict(list)
    for word in sorted(words):
        groups[" ".join(words[word])].append(word)
    return {tags: " ".join(members) for tags, members in sorted(groups.items())}


def write(data: dict[str, object], target: Path) -> None:
    """Write the data as JSON, each tag group and each feature on a line of its own."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), indent=0)
    target.write_text(text.replace("{\n", "{").replace("\n}", "}") + "\n", "utf-8")


def score(tagger: Tagger, corpus: Sequence[Sentence]) -> str:
    """Accuracy in this project's tags, with nouns and names told apart and not, and in universal tags; speed."""
    began = time.process_time()
    guesses = [tagger.tag(sentence.words) for sentence in corpus]
    seconds = time.process_time() - began
    pairs = [
        (token, guess)
        for sentence, tags in zip(corpus, guesses, strict=True)
        for token, guess in zip(sentence.tokens, tags, strict=True)
    ]
    exact = sum(token.tag == guess for token, guess in pairs)
    merged = sum(_noun(token.tag) == _noun(guess) for token, guess in pairs)
    size = len(pairs)
    return (
        f"{size} words: {exact / size:.4f}, nouns and names merged {merged / size:.4f}, {size / seconds:,.0f} words/s"
    )


def _noun(tag: str) -> str:
    return "NN" if tag in ("NNS", "NNP") else tag


def held_out(corpus: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences to learn from and those of every tenth document."""
    documents = sorted({sentence.document for sentence in corpus})
    kept = set(documents[4::10])
    return [s for s in corpus if s.document not in kept], [s for s in corpus if s.document in kept]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="CoNLL-U file to learn from")
    parser.add_argument("--test", type=Path, help="CoNLL-U file to score on, never learnt from")
    parser.add_argument("--held-out", action="store_true", help="learn from nine documents in ten, write nothing")
    arguments = parser.parse_args()
    corpus = list(sentences(arguments.corpus))
    kept: list[Sentence] = []
    if arguments.held_out:
        corpus, kept = held_out(corpus)
    data = train(corpus)
    tagger = read(data)
    if kept:
        print("held-out documents:", score(tagger, kept))
    else:
        write(data, TARGET)
        print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")
    if arguments.test:
        print(f"{arguments.test.name}:", score(tagger, list(sentences(arguments.test))))


if __name__ == "__main__":
    main()
