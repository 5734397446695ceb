"""Tags mended where what stands around a word shows that the tagger took a verb for a noun, or a noun for a verb."""

from __future__ import annotations

import re
from itertools import pairwise

from flows.claims.attributions.cues import VERBS as CUES
from flows.claims.grammar.tagging import FINITE, NOMINAL, NOUNS, VERBS, may_be
from flows.claims.vocabulary import words_of

_AUXILIARIES = words_of("grammar", "auxiliaries")
_IRREGULAR_PAST = words_of("grammar", "irregular_past")
_ALSO_NOUNS = _IRREGULAR_PAST | {"account"}
_UNCHANGED_PAST = words_of("grammar", "unchanged_past")
_GOVERNS_BARE = words_of("grammar", "governs_bare")
_HARDLY_PLURALS = words_of("grammar", "hardly_plurals")
_SENTENCE_ADVERBS = words_of("grammar", "sentence_adverbs")
_REPORTING = frozenset({"said", "told"})
_PERIODS = words_of("grammar", "periods")
_BEFORE_SUBJECTS = frozenset({",", "CC", "CS", "IN", "JJ"})
_MEASURED = re.compile(r"[\d.,]*\d(?:[mkb]|(?!st|nd|rd|th)[a-z\u00b5\u03bc][a-z]{1,2})")
_PERCENT = frozenset({"%", "percent", "cent"})
_ARTICLES = frozenset({"a", "an", "the"})

_AT_NOUNS = frozenset({"DT", "JJ", "PRP$"})
_RELATIVE = frozenset({"WDT", "WP"})
_ENDS_OF_SUBJECTS = NOUNS | {","}
_NUMBERED = frozenset({"IN", "NN", "NNP"})
_AFTER_VERB = frozenset({"TO", "IN", "CD", "DT", "$", "RB", "PRP$"})
_AFTER_BARE_VERB = frozenset({"TO", "IN", "CS", "WDT", "RB", "$", "CD", "DT", "PRP$"})
_OPENS_OBJECT = frozenset({"DT", "PRP$", "RB"})
_OPENS_SUBJECT = frozenset({"CD", "$", "RB", "NNS", "NNP", "DT", "PRP$"})
_OBJECTS = frozenset({"NN", "NNS", "DT", "PRP$", "CD", "$", "VBN", "JJ"})
_LEAVES_PRONOUN = frozenset({"MD", "IN", "VBD", "VBP"})
_ENDS_OF_PAST_SUBJECTS = frozenset({"NN", "NNS", "NNP", "VBG"})
_NO_PAST = frozenset({"aged", "dated", "numbered", "priced", "built", "born"})
"""Participles right behind a noun and before a number."""
_CLAUSE = 16
"""How many tokens of a clause are looked at for its verb."""
_ADDRESSED = 6
"""How many tokens the one told may be long."""
_CLAUSE_ENDS = frozenset({",", ".", ":", "CS", "WDT", "WP", "WRB", "("})


def mended(low: list[str], tags: list[str]) -> list[str]:
    """The tags of the words of a sentence, given in lower case; the list that was given is changed."""
    if tags[:2] == ["VBG", "NNS"] and (tags[2:3] in (["VBP"], ["MD"]) or low[2:3] == ["were"]):
        tags[0] = "JJ"  # "operating costs are", but "eating apples is"
    if tags[1:2] == [","] and low[0] in _SENTENCE_ADVERBS:
        tags[0] = "RB"
    if not _HARDLY_PLURALS.isdisjoint(low):
        _mend_third_persons(low, tags)
    if "that" in low:
        _mend_that(low, tags)
    if "EX" in tags:
        _mend_there(low, tags)
    if "acting" in low:
        at = low.index("acting")
        if tags[at + 1 : at + 2] and tags[at + 1] in NOUNS and tags[at - 1 : at] in ([","], ["NNP"]):
            tags[at] = "JJ"  # "Ana Silva, acting dean"
    rules = _RULES_OF_OTHERS if _ALSO_NOUNS.isdisjoint(low) else _RULES
    for at in range(1, len(tags)):
        if (rule := rules.get(tags[at])) is not None:
            tags[at] = rule(low, tags, at)
    _mend_verb(tags)
    _mend_bare_verbs(low, tags)
    return tags


def _mend_third_persons(low: list[str], tags: list[str]) -> None:
    """ "The board (ABC) PREDICTS", ", who runs it, OWNS"."""
    for at in range(1, len(tags)):
        if low[at] in _HARDLY_PLURALS and tags[at] not in VERBS and tags[at - 1] not in _AT_NOUNS:
            tags[at] = "VBZ"


def _mend_there(low: list[str], tags: list[str]) -> None:
    """ "Sales THERE grew" is an adverb, "there were", "there came" are not."""
    for at in range(1, len(tags) - 1):
        full_verb = tags[at + 1] in ("VBD", "VBZ") and low[at + 1] not in _AUXILIARIES
        if tags[at] == "EX" and tags[at - 1] in NOUNS and full_verb:
            tags[at] = "RB"


def _mend_that(low: list[str], tags: list[str]) -> None:
    """ "That" opens what is reported: "found THAT one in three", "told investors THAT sales"."""
    for at in range(1, len(tags) - 1):
        if low[at] != "that":
            continue
        if low[at + 1] in _PERIODS and FINITE.isdisjoint(tags[at + 2 : at + 3]):
            tags[at] = "DT"  # "45 dams THAT YEAR, more than"
        if tags[max(0, at - 3) : at] == [",", "CC", "NNS"] and low[at - 1] in CUES:
            tags[at - 1] = "VBZ"  # "plans to grow, and FORECASTS that"
        if not _reports(low, tags, at - 1):
            continue
        if tags[at] in ("DT", "WDT") and _opens_clause(low, tags, at):
            tags[at] = "CS"
        if tags[at] == "CS" and tags[max(0, at - 2) : at] == ["NNS", "NN"]:
            tags[at - 1] = "VBP"


def _opens_clause(low: list[str], tags: list[str], that: int) -> bool:
    """Does what follows "that" look like a clause with a subject of its own?"""
    behind = tags[that + 2] if that + 2 < len(tags) else ""
    alone = tags[that + 1] not in _OPENS_SUBJECT and low[that + 1 : that + 3] != ["one", "in"] and behind not in FINITE
    if tags[that] == "DT" and alone:
        return False
    if tags[that + 1] == "RB" and behind in FINITE:
        return False
    for tag in tags[that + 2 : that + _CLAUSE]:
        if tag in FINITE or tag in (",", "."):
            return tag in FINITE and tags[that + 1] not in _LEAVES_PRONOUN
    return False


def _reports(low: list[str], tags: list[str], at: int) -> bool:
    """Does what ends with the token report: a verb, a verb and its particle, a verb and the one told?"""
    if low[at] in CUES:
        return tags[at] in VERBS or (tags[at] == "NN" and at > 0 and tags[at - 1] in ("NNS", "NNP"))
    if tags[at] == "RB":
        return at > 0 and tags[at - 1] in VERBS and low[at - 1] in CUES
    first = at
    while first > max(0, at - _ADDRESSED) and tags[first] in NOMINAL:
        first -= 1
    return first < at and tags[first] in VERBS and low[first] in CUES and CUES[low[first]].addressee


def _noun(low: list[str], tags: list[str], at: int) -> str:
    """ "The crews FLED", "shops ACCOUNT for 40%"."""
    if low[at] == "account" and low[at + 1 : at + 2] == ["for"] and tags[at - 1] not in _AT_NOUNS:
        return "VBP"
    return "VBD" if low[at] in _IRREGULAR_PAST and tags[at - 1] not in _AT_NOUNS else "NN"


def _plural(low: list[str], tags: list[str], at: int) -> str:
    """ "which costs", "each costs", "tourism accounts for 40%"."""
    if low[at : at + 2] == ["accounts", "for"] and ("CD" in tags[at + 2 : at + 5] or "$" in tags[at + 2 : at + 5]):
        return "VBZ"
    return "VBZ" if tags[at - 1] in _RELATIVE or low[at - 1] == "each" else "NNS"


def _third_person(low: list[str], tags: list[str], at: int) -> str:
    """ "told investors", "500 times", "and prices rose"; but "one in five says", "Apollo 11 lands"."""
    before, count = tags[at - 2] if at > 1 else "", tags[at - 1] == "CD" and low[at - 1] not in ("one", "1")
    noun = low[at - 1] == "told" or (low[at - 1] == "that" and tags[at - 1] == "CS")
    acts = tags[at - 1] in _BEFORE_SUBJECTS and tags[at + 1 : at + 2] in (["VBD"], ["MD"]) and may_be(low[at], "NNS")
    noun = noun or (acts and low[at] not in _AUXILIARIES)
    return "NNS" if noun or (count and before not in _NUMBERED) else "VBZ"


def _present(low: list[str], tags: list[str], at: int) -> str:
    """ "The crews struck"; "a sales target", "that FIBRE will"."""
    if tags[at - 1] == "CS" and tags[at + 1 : at + 2] == ["MD"]:
        return "NN"
    if low[at] in _IRREGULAR_PAST and tags[at - 1] not in _AT_NOUNS:
        return "VBD"
    return "NN" if at > 1 and tags[at - 1] == "NNS" and low[at - 2] in ("a", "an") else "VBP"


def _base(low: list[str], tags: list[str], at: int) -> str:
    """A base form after a finite verb that governs none, or after an article, is a noun."""
    if low[at - 1] in _ARTICLES:
        return "NN"
    return "NN" if tags[at - 1] in ("VBD", "VBZ") and low[at - 1] not in _GOVERNS_BARE else "VB"


def _participle(low: list[str], tags: list[str], at: int) -> str:
    """ "Said" and "told" right behind a comma or a noun are finite, but "told by"; "a combined $20 million".

    So are forms that are past and present before an object: "the lanes CUT journey times".
    """
    if tags[at - 1] == "DT" and tags[at + 1 : at + 2] in (["$"], ["CD"]):
        return "JJ"
    if low[at] in _UNCHANGED_PAST and tags[at - 1] in NOUNS and tags[at + 1 : at + 2] and tags[at + 1] in _OBJECTS:
        return "VBD"
    if low[at] not in _REPORTING or tags[at - 1] not in _ENDS_OF_SUBJECTS:
        return "VBN"
    return "VBD" if low[at] == "said" or tags[at + 1 : at + 2] != ["IN"] else "VBN"


def _name(low: list[str], tags: list[str], at: int) -> str:
    """A number with its scale or unit is no name: "12.4M last year", "200BN yen"; but "5G"."""
    return "CD" if low[at][0].isdigit() and _MEASURED.fullmatch(low[at]) else tags[at]


_RULES = {
    "NNP": _name,
    "NN": _noun,
    "NNS": _plural,
    "VBZ": _third_person,
    "VBP": _present,
    "VB": _base,
    "VBN": _participle,
}
"""What a word with a tag must be after what stands before it."""
_RULES_OF_OTHERS = {tag: rule for tag, rule in _RULES.items() if tag != "NN"}
"""The same for sentences without a verb that may be tagged as a noun."""


def _mend_verb(tags: list[str]) -> None:
    """A sentence needs a finite verb: where there is none, a plural or a participle may be one."""
    if any(tag in FINITE and not (at and tags[at - 1] in _RELATIVE) for at, tag in enumerate(tags)):
        return
    for at in range(1, len(tags) - 1):
        if tags[at] == "NNS" and tags[at - 1] in ("NN", "NNP", ",") and tags[at + 1] in _AFTER_VERB:
            tags[at] = "VBZ"
            return
        if tags[at] == "VBN" and tags[at - 1] in NOUNS and tags[at + 1] in ("DT", "PRP$"):
            tags[at] = "VBD"
            return


def _mend_bare_verbs(low: list[str], tags: list[str]) -> None:
    """A clause needs a finite verb, too: "15,000 cooks WORK on", "a bus COST $5", "the shortage PRESENTS a risk"."""
    ends = [at for at, tag in enumerate(tags) if tag in _CLAUSE_ENDS]
    for start, end in pairwise([-1, *ends, len(tags)]):
        if not FINITE.isdisjoint(tags[start + 1 : end]):
            continue
        for at in range(min(end, len(tags) - 1) - 1, max(start, 0), -1):
            if verb := _bare_verb(low, tags, at) or _past(low, tags, at, start + 1):
                tags[at] = verb
                break


def _past(low: list[str], tags: list[str], at: int, start: int) -> str:
    """The tag of a past form that was read as a participle: "fires BURNED 40 hectares", ", and 31 people CAME"."""
    if tags[at] != "VBN" or tags[at - 1] not in _ENDS_OF_PAST_SUBJECTS or low[at] in _NO_PAST:
        return ""
    amount = tags[at + 1] in ("CD", "$") or (low[at + 1] == "by" and tags[at + 2 : at + 3] in (["CD"], ["$"]))
    counted = tags[start] == "CC" and tags[start + 1] == "CD" and low[at + 1] != "by" and start > 0
    return "VBD" if amount or counted else ""


def _bare_verb(low: list[str], tags: list[str], at: int) -> str:
    """The tag of a verb that has the form of a noun, if what stands around it speaks for one."""
    if tags[at + 1] not in _AFTER_BARE_VERB:
        return ""
    if tags[at] == "NNS":
        return _bare_third_person(low, tags, at)
    return _base_form(low, tags, at) if tags[at] == "NN" else ""


def _base_form(low: list[str], tags: list[str], at: int) -> str:
    """The tag of a verb that has the form of a singular."""
    before, after, beyond = tags[at - 1], tags[at + 1], tags[at + 2] if at + 2 < len(tags) else ""
    if low[at] in _UNCHANGED_PAST:
        amount = after in ("$", "CD") or (after in ("RB", "IN") and beyond in ("$", "CD"))
        return "VBD" if before in NOUNS and amount else ""
    infinitive = after == "TO" and beyond == "VB" and _counts_alone(low, tags, at - 1)
    content = low[at + 1] == "that" and beyond not in FINITE and before in ("NNS", "NNP")
    earning = after in ("$", "CD") and (before == "NNS" or (before == "NNP" and low[at - 1].endswith("s")))
    adverbial = after == "IN" and low[at + 1] != "of" and _is_counted_plural(low, tags, at - 1)
    if content and low[at] in CUES:
        return "VBP"
    return "VBP" if (infinitive or content or adverbial or earning) and may_be(low[at], "VBP") else ""


def _bare_third_person(low: list[str], tags: list[str], at: int) -> str:
    """The tag of a verb that has the form of a plural between a singular and the start of an object."""
    between = tags[at - 1] in ("NN", "NNP") and tags[at + 1] in _OPENS_OBJECT
    return "VBZ" if between and may_be(low[at], "VBZ") else ""


def _counts_alone(low: list[str], tags: list[str], at: int) -> bool:
    """Is the token a plural, or a number or share that stands without a noun: "another 35% PLAN to"?"""
    if low[at] in _PERCENT:
        at -= 1
    return tags[at] == "NNS" or (tags[at] == "CD" and (at == 0 or low[at - 1] not in _ARTICLES))


def _is_counted_plural(low: list[str], tags: list[str], at: int) -> bool:
    """Is the token a plural right after its number: "15,000 mechanics"?"""
    return low[at][-1] == "s" and tags[at] in ("NN", "NNS") and at > 0 and tags[at - 1] == "CD"
