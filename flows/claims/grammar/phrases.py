"""Noun phrases and clauses around a verb, read off the tags: who stands before it, what follows it."""

from __future__ import annotations

from flows.claims.grammar.tagged import Tagged
from flows.claims.grammar.tagging import FINITE, NOMINAL, NOUNS, VERBS
from flows.claims.vocabulary import phrases_of, words_of

Range = tuple[int, int]
"""Tokens [first, last)."""

REACH = 40
"""How many tokens a phrase may be long."""

TIMES = words_of("grammar", "times")
AUXILIARIES = words_of("grammar", "auxiliaries")
SPEAKERS = words_of("grammar", "speakers")
"""Pronouns that can speak."""
SUBJECTS = SPEAKERS | words_of("grammar", "subjects")
"""Pronouns that can be a subject."""
RELATIVE = frozenset({"WP", "WDT"})
_RELATIVE_OR_WHERE = RELATIVE | {"WRB"}
PERSONS = words_of("sources", "persons") | words_of("roles", "occupations")
INSTRUMENTS = words_of("sources", "instruments")
_APPROXIMATORS = words_of("grammar", "approximators")
_TWO_WORDS = phrases_of("grammar", "approximators_of_two_words")
_MADE = words_of("cues", "phrases", "made")
_MAKER_REACH = 5
"""How many tokens may stand between a participle and its "by": "published last week in Oslo by"."""
_ORGANISATIONS = words_of("sources", "organisations")
_IN_Y = frozenset(word for word in INSTRUMENTS | PERSONS | _ORGANISATIONS if word.endswith("y"))
"""Nouns whose plural may end in "ies"."""
_EDGES = frozenset({"", '"', ":", "CS", "CC", "(", ","})
"""What stands before a phrase that opens a clause."""
_INNER_EDGES = _EDGES - {","}
_SUBJECT_PRONOUNS = frozenset({"PRP", "EX", "WP"})
_DETERMINERS = frozenset({"DT", "PRP$"})
_OPEN = _DETERMINERS | {"POS", "CD", "JJ", "IN"}
"""What a noun phrase does not end with."""
_MODIFIABLE = NOMINAL - _DETERMINERS - {"POS"}
_GOVERNS_INFINITIVE = VERBS | {"JJ", "RB"}
_APPOSITIVE_HEADS = NOUNS | {")", '"', "CD"}


def subject_of(s: Tagged, verb: int) -> Range | None:
    """The phrase that is the subject of the verb, with its appositions; None when it is not beside the verb."""
    at = _before_verb_group(s, verb)
    if s.tag(at) == ")":
        at = _bracket_before(s, at)
    tag, low = s.tag(at), s.lower(at)
    if tag == ",":
        return _appositive(s, at)
    if tag in RELATIVE or (low == "that" and s.tag(at - 1) in NOUNS):
        return antecedent(s, at)
    if low in SUBJECTS or tag in ("PRP", "EX"):
        return at, at + 1
    if tag in NOUNS or tag in ("CD", "JJ", "DT", "VBZ"):
        return _with_instrument(s, _phrase_start(s, at)), at + 1
    return None


def _with_instrument(s: Tagged, maker: int) -> int:
    """Where a phrase starts that ends with whoever made a report: "a poll of 900 firms carried out by | the bank"."""
    if s.lower(maker - 1) not in ("by", "for"):
        return maker
    made = next((at for at in range(maker - 2, max(-1, maker - 2 - _MAKER_REACH), -1) if is_made(s, at)), None)
    if made is None:
        return maker
    if s.tag(made - 1) == "CC":
        return _with_instrument(s, _phrase_start(s, made - 2))
    last = made - 1
    while s.tag(last) in ("RB", ","):
        last -= 1
    first = _phrase_start(s, last) if s.tag(last) in NOUNS else maker
    return first if any(singular(s.low[at]) in INSTRUMENTS for at in range(first, last + 1)) else maker


def is_made(s: Tagged, at: int) -> bool:
    """Whether the token is a participle that tells who made a report: "compiled by", "carried out by"."""
    return s.lower(at) in _MADE and s.tag(at) in ("VBN", "VBD") and s.lower(at - 1) not in AUXILIARIES


def maker_end(s: Tagged, end: int) -> int:
    """Where the phrase ends with whoever made the report that it names: "figures | compiled by the board |"."""
    at = end + 1 if s.tag(end) == "," else end
    while s.tag(at) in ("RB", "CC"):
        at += 1
    if not is_made(s, at):
        return end
    by = next((k for k in range(at + 1, min(len(s), at + _MAKER_REACH)) if s.low[k] in ("by", "for")), None)
    over = phrase_end(s, by + 1) if by else end
    return maker_end(s, over) if by and over > by + 1 else end


def singular(word: str) -> str:
    """A plural that the vocabulary knows in the singular."""
    if word in INSTRUMENTS:
        return word
    if word.endswith("ies") and word[:-3] + "y" in _IN_Y:
        return word[:-3] + "y"
    return word.removesuffix("s")


def _before_verb_group(s: Tagged, verb: int) -> int:
    """The token before a verb's auxiliaries and adverbs ("would not have | said", "went on to | say")."""
    at = verb - 1
    while at >= 0:
        if s.tags[at] in ("MD", "RB") or s.low[at] in AUXILIARIES:
            at -= 1
        elif s.tags[at] == "TO" and s.tag(at - 1) in _GOVERNS_INFINITIVE:
            at -= 2
        else:
            break
    return at


def _phrase_start(s: Tagged, last: int) -> int:
    """Where the noun phrase that ends with token `last` starts."""
    first = last
    while first > 0 and last - first < REACH:
        tag, before = s.tags[first], s.tags[first - 1]
        if before == "DT" if tag in _DETERMINERS else _joins(s, first - 1):
            first -= 1
        elif before == "IN" and s.tag(first - 2) in NOUNS and s.low[first - 2] not in TIMES:
            first -= 2
        elif before == "CC" and s.tag(first - 2) in NOUNS:
            earlier = _phrase_start(s, first - 2)
            if s.tag(earlier - 1) not in _EDGES and s.lower(earlier - 1) != "by":
                break
            first = earlier
        elif (whole := _before_part(s, first, last)) is not None:
            first = whole
        else:
            break
    return first


def _before_part(s: Tagged, first: int, last: int) -> int | None:
    """The noun that what starts at the token is an example of, or that has it in its name."""
    examples_of = _before_examples(s, first)
    return examples_of if examples_of is not None else _before_listed_name(s, first, last)


def _before_examples(s: Tagged, first: int) -> int | None:
    """The noun of which examples follow: "BANKS such as | Delta and Tarn"."""
    if s.low[first - 1] == "including":
        at = first - 2
    elif s.low[first - 1] == "as" and s.lower(first - 2) == "such":
        at = first - 3
    else:
        return None
    return at if s.tag(at) in NOUNS else None


def _before_listed_name(s: Tagged, first: int, last: int) -> int | None:
    """Where a name that lists begins, when its last two are told: "Ministry of LAND, Water | and Transport"."""
    if s.tags[first] != "NNP" or "CC" not in s.tags[first:last]:
        return None
    at = first - 1
    while s.tag(at) == "," and s.tag(at - 1) == "NNP" and first - at < REACH:
        at -= 1
        while s.tag(at) == "NNP":
            at -= 1
    owned = s.lower(at) in ("of", "for") and s.tag(at - 1) == "NNP" and s.low[at - 1] in _ORGANISATIONS
    return at - 1 if owned and at < first - 1 else None


def _joins(s: Tagged, at: int) -> bool:
    """Whether the token is part of the phrase that goes on after it."""
    if s.tags[at] in NOMINAL or s.low[at] == "&":
        if s.tags[at] == "CD" and s.lower(at - 1) in TIMES:
            return False  # "from May 2025 | importers must"
        return s.low[at] not in TIMES or s.tag(at + 1) == "POS"
    if s.low[at].rstrip(".") in PERSONS and s.tag(at + 1) == "NNP":
        return True
    if s.tags[at] == "VBG" and s.tag(at - 1) == "NNP" and singular(s.lower(at + 1)) in INSTRUMENTS:
        return True  # "a Delta Bank | working paper"
    return s.tags[at] in ("VBN", "VBG", "JJ") and s.tag(at - 1) in ("DT", "PRP$", "POS", "CD")


def _bracket_before(s: Tagged, closing: int) -> int:
    for at in range(closing - 1, max(-1, closing - REACH), -1):
        if s.tags[at] == "(":
            return at - 1
    return -1


def antecedent(s: Tagged, pronoun: int) -> Range:
    """The phrase that a relative pronoun stands for; the pronoun itself when no noun is in front."""
    last = pronoun - 1 if s.tag(pronoun - 1) != "," else pronoun - 2
    if s.tag(last) in ("IN", "CC"):
        last -= 1 + (s.tag(last - 1) == ",")
    return (_phrase_start(s, last), last + 1) if s.tag(last) in NOUNS else (pronoun, pronoun + 1)


def _appositive(s: Tagged, comma: int) -> Range | None:
    """The phrase and its apposition, when the comma ends one: "Ann Lee, head of research at the bank, | said"."""
    opening = _comma_before(s, comma)
    if opening is None or (s.tag(opening - 1) not in _APPOSITIVE_HEADS and s.lower(opening - 1) not in PERSONS):
        return None
    first = _phrase_start(s, opening - 1)
    if is_made(s, opening + 1) and maker_end(s, opening) == comma:
        return first, comma
    if s.tag(opening + 1) in ("VBG", "VBN", "IN"):
        return first, opening
    while s.tag(first - 1) == "," and s.tag(first - 2) in NOUNS:
        earlier = _phrase_start(s, first - 2)
        if s.tag(earlier - 1) not in _INNER_EDGES:
            break
        first = earlier
    return _with_instrument(s, first), comma


def _comma_before(s: Tagged, comma: int) -> int | None:
    """The comma that opens a stretch without a clause of its own, or with a relative one."""
    finite = False
    for at in range(comma - 1, max(0, comma - REACH), -1):
        if s.tags[at] in FINITE:
            finite = True
        elif s.tags[at] in RELATIVE and s.tags[at - 1] in NOUNS:
            finite = False
        elif s.tags[at] == ",":
            if not finite or s.tag(at + 1) in _RELATIVE_OR_WHERE or s.tag(at + 2) in RELATIVE:
                return at
        elif s.tags[at] in ("CS", ":", '"'):
            return None
    return None


def phrase_end(s: Tagged, first: int) -> int:
    """Where the noun phrase that starts at the token ends; `first` itself when none does."""
    if s.tag(first) in _SUBJECT_PRONOUNS and s.tag(first + 1) != "POS":
        return first + 1
    at = first
    while at < min(len(s), first + REACH) and (end := _part_end(s, first, at)) > at:
        at = end
    return at


def after_approximators(s: Tagged, at: int) -> int:
    """The token after what qualifies a figure: "about | 40", "at least | 40"."""
    if (s.lower(at), s.lower(at + 1)) in _TWO_WORDS:
        return at + 2
    return at + 1 if s.lower(at) in _APPROXIMATORS else at


def _part_end(s: Tagged, first: int, at: int) -> int:
    """Where the part of a noun phrase at the token ends; the token itself when it is none."""
    tag = s.tags[at]
    if at > first and tag in _DETERMINERS and s.tag(at - 1) in NOUNS:
        return at
    if tag in NOMINAL or s.low[at] == "&":
        return at + 1
    if tag in ("VBN", "VBG", "RB"):
        return at + 1 if s.tag(at - 1) in _OPEN and s.tag(at + 1) in _MODIFIABLE else at
    if at > first and tag in ("IN", "CC"):
        inner = after_approximators(s, at + 1)
        return end if (end := phrase_end(s, inner)) > inner else at
    if at > first and tag == "(":
        return _bracket_after(s, at) or at
    return at


def _bracket_after(s: Tagged, opening: int) -> int | None:
    for at in range(opening + 1, min(len(s), opening + REACH)):
        if s.tags[at] == ")":
            return at + 1
    return None


def apposition_end(s: Tagged, end: int) -> int:
    """Where the apposition ends that follows a phrase after a comma; `end` itself when none does."""
    if s.tag(end) != "," or s.tag(end + 1) not in NOMINAL:
        return end
    at = phrase_end(s, end + 1)
    while s.tag(at) == "," and s.tag(at + 1) == "CC" and phrase_end(s, at + 2) > at + 2:
        at = phrase_end(s, at + 2)
    return at if s.tag(at) in ("", ",", ".", ":", '"') else end


def opens_clause(s: Tagged, first: int) -> bool:
    """Whether a subject and its finite verb follow."""
    at, last = first, min(len(s), first + REACH)
    head, relatives = False, 0
    while at < last:
        match _clause_part(s, at, head):
            case "finite" if head and relatives:
                relatives -= 1
            case "finite":
                return head
            case "subject":
                relatives, head = relatives + head, True
            case "head":
                head = True
            case "joint":
                relatives += 1
            case "bracket":
                at = (_bracket_after(s, at) or last) - 1
            case "comma":
                return _goes_on(s, first, at, head)
            case "stop":
                return False
        at += 1
    return False


def _clause_part(s: Tagged, at: int, head: bool) -> str:
    """What the token is at the start of a clause, whose subject may have a head by now; empty when it tells nothing."""
    tag = s.tags[at]
    if (head and s.low[at] in ("it", "you") and s.tag(at - 1) in VERBS) or (tag == "PRP" and s.tag(at - 1) == "IN"):
        return ""
    if tag in ("PRP", "EX"):
        return "subject" if s.low[at] in SUBJECTS else "stop"
    if tag == "VB" and s.tag(at - 1) in ("NNS", '"'):
        return "finite"
    if tag == "CC":
        return "stop" if _new_clause(s, at + 1) else ""
    if tag in ("TO", "VB"):
        return "" if head else "stop"
    return _CLAUSE_PARTS.get(tag, "")


_CLAUSE_PARTS = (
    dict.fromkeys(FINITE, "finite")
    | dict.fromkeys((*NOUNS, "CD", "VBG", "DT"), "head")
    | dict.fromkeys(("CS", "WRB", *RELATIVE), "joint")
    | dict.fromkeys((".", ":", ")"), "stop")
    | {"(": "bracket", ",": "comma"}
)


def _goes_on(s: Tagged, first: int, comma: int, head: bool) -> bool:
    """Whether a clause goes on after the comma: after what is put before it, or after an aside."""
    if s.tags[first] in ("IN", "RB", "CS", "TO"):
        return opens_clause(s, comma + 1)
    return head and _resumes(s, comma)


def _resumes(s: Tagged, comma: int) -> bool:
    """Whether a finite verb follows the aside that the comma opens."""
    for at in range(comma + 1, min(len(s), comma + 16)):
        if s.tags[at] == ",":
            return s.tag(at + 1) in FINITE or (s.tag(at + 1) == "RB" and s.tag(at + 2) in FINITE)
    return False


def _new_clause(s: Tagged, at: int) -> bool:
    while s.tag(at) == "RB":
        at += 1
    return s.tag(at) in FINITE or s.tag(at) in ("EX", "VB") or s.lower(at) in SPEAKERS
