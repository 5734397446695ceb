"""English number words: what each stands for. Closed class, written by hand."""

from decimal import Decimal

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS: dict[str, int] = {word: n for n, word in enumerate([*_ONES.split(), "eighteen", "nineteen"])}
CARDINALS |= {word: 20 + 10 * n for n, word in enumerate(_TENS.split())}
CARDINALS |= {"nought": 0, "naught": 0, "nil": 0, "fourty": 40}

SCALES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "quadrillion": Decimal(10) ** 15,
    "lakh": Decimal(10) ** 5,
    "lac": Decimal(10) ** 5,
    "lkh": Decimal(10) ** 5,
    "crore": Decimal(10) ** 7,
    "dozen": Decimal(12),
}
PLURAL_SCALES: dict[str, Decimal] = {word + "s": scale for word, scale in SCALES.items()}

# After digits ("1.2bn", "500k"). The one-letter ones need money or a glued number: see `numbers.abbreviated_scale`.
SCALE_SIGNS: dict[str, Decimal] = {
    "k": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "mln": Decimal(10) ** 6,
    "mio": Decimal(10) ** 6,
    "mm": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "bln": Decimal(10) ** 9,
    "t": Decimal(10) ** 12,
    "tn": Decimal(10) ** 12,
    "trn": Decimal(10) ** 12,
    "tln": Decimal(10) ** 12,
    "cr": Decimal(10) ** 7,
    "doz": Decimal(12),
    "dz": Decimal(12),
    "dzs": Decimal(12),
    "g": Decimal(10) ** 9,
}
PLAIN_SCALE_SIGNS = frozenset({"mn", "mln", "mio", "bn", "bln", "tn", "trn", "tln", "cr", "doz", "dz", "dzs"})
GLUED_SCALE_SIGNS = frozenset({"k", "K"})

_FIRST = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_TEENTHS = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
ORDINALS: dict[str, int] = {word: n for n, word in enumerate(f"{_FIRST} {_TEENTHS}".split(), 1)}
ORDINALS |= {word: 20 + 10 * n for n, word in enumerate(_TENTHS.split())}
SCALE_ORDINALS: dict[str, Decimal] = {
    word + "th": scale for word, scale in SCALES.items() if word not in ("dozen", "lac", "lkh")
}

# As the lower part of a fraction; "second" is never one, "half" and "quarter" nothing else.
DENOMINATORS: dict[str, Decimal] = {
    "half": Decimal(2),
    "halves": Decimal(2),
    "quarter": Decimal(4),
    "quarters": Decimal(4),
    **{word: Decimal(n) for word, n in ORDINALS.items() if n > 2},
    **{word + "s": Decimal(n) for word, n in ORDINALS.items() if n > 2},
    **SCALE_ORDINALS,
    **{word + "s": scale for word, scale in SCALE_ORDINALS.items()},
}

# Multiples; the verb forms state a change, the others a ratio.
MULTIPLE_VERBS: dict[str, Decimal] = {
    form: Decimal(times)
    for times, stem in (("2", "doubl"), ("3", "tripl"), ("4", "quadrupl"), ("3", "trebl"), ("5", "quintupl"))
    for form in (stem + "ed", stem + "ing", stem + "e", stem + "es")
} | {form: Decimal("0.5") for form in ("halved", "halving", "halve")}
MULTIPLE_WORDS: dict[str, Decimal] = {"twice": Decimal(2), "thrice": Decimal(3)}
FOLDS: dict[str, Decimal] = {word + "fold": Decimal(n) for word, n in CARDINALS.items() if n > 1} | {
    "hundredfold": Decimal(100),
}
