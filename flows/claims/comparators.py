"""What bounds a figure: "over", "at least", "up to", "about", "or more", "minimum" and their kin."""

from __future__ import annotations

from flows.claims.tokens import Tokens
from schemas.rows import Comparator

_BEFORE: dict[Comparator, str] = {
    "over": "over|more than|greater than|higher than|larger than|bigger than|above|exceeding|exceeds|exceed|exceeded|surpass|surpasses|"
    "surpassed|surpassing|in excess of|upwards of|upward of|north of|beyond|topped|topping|tops|well over|just over|"
    "a little over|slightly over|slightly more than|well above|just above|well more than|older than|longer than|taller than|"
    "heavier than|faster than|better than|further than|farther than|>|in more than|not less than or|"
    "far more than|a little more than|comfortably over|comfortably above|past",
    "at_least": "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|minimum|a minimum|≥|>=|=>|> =|"
    "starting at|starting from|starts at|greater than or equal to|more than or equal to|equal to or more than|at least or equal to|"
    "equal to or greater than|no lower than|not below|as few as|as little as|or more than",
    "under": "under|less than|fewer than|below|lower than|smaller than|just under|just below|well under|well below|short of|just short of|"
    "south of|<|younger than|shorter than|lighter than|slightly under|slightly below|slightly less than|a little under|"
    "a little less than|cheaper than",
    "up_to": "up to|at most|at the most|no more than|not more than|a maximum of|maximum of|maximum|a maximum|max|as much as|as many as|"
    "not exceed|never exceed|not exceeding|not surpass|as high as|as long as|≤|<=|=<|< =|no greater than|no higher than|no larger than|capped at|not exceeding|not to exceed|no longer than|"
    "less than or equal to|equal to or less than|smaller than or equal to|limited to|a limit of|a cap of|not above|not over|within",
    "approx": "about|around|approximately|approx|approx .|roughly|some|nearly|almost|close to|circa|c .|ca .|ca|~|≈|∼|"
    "in the region of|in the order of|on the order of|of the order of|more or less|just about|virtually|"
    "nearer|near|somewhere around|an average of about|approaching|or about|or around|practically",
    "eq": "exactly|precisely|equal to|equals|equalling|equaling to|equaling|=|a total of|just|only|merely",
}
_AFTER: dict[Comparator, str] = {
    "at_least": "or more|or greater|or higher|or above|or over|or older|or longer|or better|and above|and over|and more|and up|and older|"
    "upwards|plus|+|- plus|at least|at minimum|at a minimum|minimum|at the least|or more than",
    "up_to": "or less|or fewer|or below|or under|or lower|or younger|or shorter|and below|and under|at most|at the most|at maximum|"
    "maximum|max|at best|tops",
    "approx": "or so|or thereabouts|- odd|odd|- ish|ish|more or less|or thereby|give or take",
    "over": "or more than",
}
_OR_EQUAL = (("or", "equal", "to", "it"), ("or", "equal", "to"))


def _table(phrases: dict[Comparator, str]) -> dict[tuple[str, ...], Comparator]:
    return {tuple(form.split()): name for name, forms in phrases.items() for form in forms.split("|")}


BEFORE, AFTER = _table(_BEFORE), _table(_AFTER)
_LAST_WORDS = frozenset(words[-1] for words in BEFORE)
_FIRST_WORDS = frozenset(words[0] for words in AFTER)
_LONGEST = max(map(len, BEFORE))
# "shot up to 90": the verb moves, and "up to" says where; "is up more than 20" keeps its comparator.
_MOVES = frozenset(
    "shoot shoots shot shooting go goes went gone going climb climbs climbed climbing move moves moved moving rise rises rose risen "
    "rising jump jumps jumped jumping soar soars soared come comes came coming push pushed pushes bring brought brings creep crept "
    "edge edged edging tick ticked add adds added adding drive drives driven drove ramp ramped "
    "scale scaled inch inched round rounded wind lead leads led".split()
)


def comparator_before(tokens: Tokens, i: int) -> tuple[Comparator, int] | None:
    """The comparator that ends right before token i, and the token it starts at."""
    if i <= 0 or tokens.low[i - 1] not in _LAST_WORDS:
        return None
    for n in range(min(_LONGEST, i), 0, -1):
        name = BEFORE.get(tuple(tokens.low[i - n : i]))
        if name is None:
            continue
        if tokens.low[i - n : i] == ["up", "to"] and tokens.low[i - n - 1] in _MOVES:
            return None
        if tokens.low[i - 1] in ("near", "past", "within", "ca", "max") and n == 1 and tokens.words[i - 1].istitle():
            return None
        return name, i - n
    return None


def comparator_after(tokens: Tokens, i: int) -> tuple[Comparator, int] | None:
    """The comparator that starts at token i, right after a figure, and the token after it."""
    if i >= len(tokens) or tokens.low[i] not in _FIRST_WORDS:
        return None
    for n in (3, 2, 1):
        words = tuple(tokens.low[i : i + n])
        name = AFTER.get(words)
        if name is None or len(words) < n:
            continue
        if words[0] in ("and", "or") and tokens.kinds[i + n] == "numeral":
            return None
        if (
            words[-1] in ("more", "less", "better", "higher", "lower", "longer", "older")
            and tokens.low[i + n] == "than"
        ):
            return None
        if words in (("+",), ("plus",)) and tokens.kinds[i + 1] in ("numeral", "word") and words == ("plus",):
            return None
        return name, i + n
    return None


def or_equal(tokens: Tokens, i: int) -> int:
    """The token after "or equal to it", where a bound takes its figure in; i where it does not."""
    for words in _OR_EQUAL:
        if tuple(tokens.low[i : i + len(words)]) == words and tokens.kinds[i + len(words)] != "numeral":
            return i + len(words)
    return i


def bounds(comparator: Comparator, value: float) -> tuple[float | None, float | None]:
    """The lower and upper bound that a comparator gives a value."""
    low = None if comparator in ("under", "up_to") else value
    high = None if comparator in ("over", "at_least") else value
    return low, high
