"""How well subjects and counted nouns are found, measured against the dependency trees of a treebank.

    python -m benchmarks.score_clauses EWT.conllu            # tags by the shipped tagger
    python -m benchmarks.score_clauses EWT.conllu --gold     # tags of the treebank

A subject is right if the phrase found for the verb's clause holds the head that the tree names; a relative pronoun
stands for its antecedent. A counted noun is right if it is the last word of the phrase that holds the number.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.treebank import Sentence as Tree
from benchmarks.treebank import Token, sentences
from flows.claims.grammar import clauses
from flows.claims.grammar.tagging import tag

SUBJECTS = ("nsubj", "nsubj:pass")
RELATIVE = ("WDT", "WP")


def subjects(tokens: tuple[Token, ...]) -> Iterator[tuple[str, int, int]]:
    """Kind of link, verb and subject head, as indexes, for each verb whose subject the tree shows."""
    own = {token.head: at for at, token in enumerate(tokens) if token.relation in SUBJECTS}
    copulas = {token.head: at for at, token in enumerate(tokens) if token.relation == "cop"}
    for at, token in enumerate(tokens):
        if at in own:
            yield "own", copulas.get(at, at), _stands_for(tokens, own[at], at)
        elif token.upos == "VERB" and token.relation == "conj" and token.head in own:
            yield "coordinate", at, _stands_for(tokens, own[token.head], token.head)
        elif token.relation == "acl" and token.tag in ("VBG", "VBN"):
            yield "participle of a noun", at, token.head
        elif token.relation == "advcl" and token.tag in ("VBG", "VBN") and token.head in own:
            yield "participle of a clause", at, own[token.head]


def _stands_for(tokens: tuple[Token, ...], subject: int, verb: int) -> int:
    relative = tokens[subject].tag in RELATIVE and tokens[verb].relation == "acl:relcl"
    return tokens[verb].head if relative else subject


def score(tree: Tree, gold: bool, results: Counter[tuple[str, str]], wrong: list[str]) -> None:
    tokens, words = tree.tokens, tree.words
    low = [word.lower() for word in words]
    read = clauses.read(low, [token.tag for token in tokens] if gold else tag(words))
    for kind, verb, subject in subjects(tokens):
        clause = read.clause(verb)
        found = clause.subject if clause else None
        right = found is not None and found[0] <= subject < found[1]
        results[kind, "right" if right else "wrong" if found else "none"] += 1
        if not right:
            shown = " ".join(words[slice(*found)]) if found else "-"
            wrong.append(f"{kind}: {words[verb]} <- {words[subject]} not {shown} | {' '.join(words)}")
    for at, token in enumerate(tokens):
        if token.relation == "nummod" and token.head >= 0 and tokens[token.head].tag != "$":
            phrase = read.phrase(at)
            right = phrase is not None and phrase[1] - 1 == token.head
            results["counted noun", "right" if right else "wrong" if phrase else "none"] += 1
            if not right:
                shown = " ".join(words[slice(*phrase)]) if phrase else "-"
                wrong.append(f"counted: {token.word} of {words[token.head]} not {shown} | {' '.join(words)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gold", action="store_true", help="take the tags from the treebank")
    parser.add_argument("--only", default="", help="only documents whose name holds this")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    results: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for tree in sentences(arguments.corpus):
        if arguments.only in tree.document:
            score(tree, arguments.gold, results, wrong)
    for kind in dict.fromkeys(kind for kind, _ in results):
        right, off, none = (results[kind, outcome] for outcome in ("right", "wrong", "none"))
        total = right + off + none
        print(f"{kind:24} {total:6}  right {right / total:.3f}  wrong {off / total:.3f}  none {none / total:.3f}")
    if arguments.wrong:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
