"""The forms in which a person, a role and an organisation are named together, as patterns."""

from __future__ import annotations

from flows.claims.mentions.names import CAPITAL, CAPITALS, ORGANISATIONS, PERSON, TITLE
from flows.claims.vocabulary import words_of
from flows.patterns import Pattern, one_of

IN_ORGANISATIONS = words_of("roles", "in_organisations") | words_of("roles", "pairs")
WITH_FIELDS = words_of("roles", "with_fields")
OCCUPATIONS = words_of("roles", "occupations")
FIELDS = words_of("roles", "fields")
MODIFIERS = words_of("roles", "modifiers")
HOLDERS = words_of("roles", "before_names")

SUFFIXES = tuple(sorted(words_of("roles", "suffixes")))
WORDS = IN_ORGANISATIONS | WITH_FIELDS | OCCUPATIONS
_PREFIX = r"(?:(?i:co|ex|vice)-)?"
_HEAD = rf"{_PREFIX}(?:(?i:{one_of(WORDS)})|[\p{{L}}]+(?:{'|'.join(SUFFIXES)}))\b(?!-)"
OFFICES = one_of(HOLDERS)
_LEADING = one_of(words_of("roles", "leading"))
_WORD = rf"(?!(?i:{one_of(words_of('roles', 'never_within'))})\b)[\p{{L}}-]+"
SMALL_WORD = rf"(?!(?:{one_of(words_of('roles', 'never_within') - {'and'})})\b)[\p{{Ll}}-]+"
_ROLE = rf"(?:(?: +and +)?(?:{_WORD} +){{0,4}}?{_HEAD}){{1,2}}"
_FIELD = rf"(?: +(?:of|for|in) +(?:the +)?{SMALL_WORD}(?: +{SMALL_WORD}){{0,3}})?"
OF_FIELD = rf"(?: +of +{SMALL_WORD}(?: +and +{SMALL_WORD})?)?"
_MODIFIED = rf"(?:{_PREFIX}(?:{one_of(MODIFIERS)}) +){{0,3}}{_HEAD}"
_EDGE = r"(?<![\p{L}\p{N}'-])"
_END = r"(?![\p{L}\p{N}])"
_OWNER = rf"(?:the +)?(?P<owner>{CAPITALS}(?: +[\p{{Ll}}]+)?)'s?"
_KIND = rf"(?:(?:{SMALL_WORD} +){{0,2}}?(?:{one_of(ORGANISATIONS)}) +)?"
"""What an organisation is called before its name: "the consumer group Pesa Watch"."""
_WHOSE = (
    r"(?:(?:then|now|formerly|currently) +(?=the +[\p{Ll}-]+'|its|his|her|their))?"
    r"(?:(?:(?:an?|the|then|now|himself|herself|formerly|currently) +){1,2}"
    rf"|{_OWNER} +(?:{CAPITAL} +)?|who +(?:is|was) +(?:the +|an? +)?"
    r"|(?:its|his|her|their|the +[\p{Ll}-]+(?: +[\p{Ll}-]+)?'s?) +)?"
)
_OVER = (
    r"(?= *[,.;:()\"\u2013\u2014]| +(?:who|whom|whose|which|that|said|says|told|of|at|for|with|from|in|on|since|until"
    r"|between|and|under|to|by|has|is|was)\b|\Z)"
)

AFTER = Pattern.of(
    rf"{_EDGE}{TITLE}{{0,3}}(?P<person>{PERSON}),?(?: +\d\d,)?(?<=,) +{_WHOSE}(?P<role>{_ROLE}{_FIELD})"
    rf"(?: +(?P<link>of|at|for|with) +(?:(?:the|an?) +)?{_KIND}(?P<name>{CAPITALS}))?{_OVER}"
)
"""Person, role, organisation; or person, organisation, role: "Ana Silva, Delta Bank's chief economist,"."""
BEFORE = Pattern.of(
    rf"{_EDGE}(?:(?P<name>{CAPITALS})(?:'s?(?: +{CAPITAL})?(?: +[\p{{Ll}}-]+){{0,3}}?)? +)?"
    rf"(?P<role>{_MODIFIED}{OF_FIELD}),? +{TITLE}{{0,3}}(?P<person>{PERSON}){_END}"
    rf"(?: +(?:of|at) +(?:the +)?(?P<later>{CAPITALS}))?"
)
"""Organisation, role, person; or role, person, organisation: "chief executive Ana Silva of Delta Bank"."""
HOLDER = Pattern.of(
    rf"{_EDGE}(?P<role>{_MODIFIED}{_FIELD}) +(?P<link>of|at|for) +(?:the +)?(?P<name>{CAPITALS})"
    rf"(?: +\([^() ]{{2,12}}\)| +[\p{{Ll}}]+)?, +{TITLE}{{0,3}}(?P<person>{PERSON})"
    r"(?=[,.;:]| +(?:said|says|told|has|is|was)\b|\Z)"
)
"""Role, organisation, person: "the president of the Harbour Board, Ana Silva,"."""
BRACKETED = Pattern.of(
    rf"{_EDGE}{TITLE}{{0,3}}(?P<person>{PERSON}) +\((?:the +)?(?P<role>{_ROLE}{_FIELD})"
    rf"(?:(?P<link>,| +(?:of|at|for)) +(?:the +)?(?P<name>{CAPITALS}))?\)"
)
"""Person, and the role in brackets."""
LEADER = Pattern.of(
    rf"{_EDGE}{TITLE}{{0,3}}(?P<person>{PERSON}),? +who +(?:has +|now +|also +)?(?P<role>{_LEADING})"
    rf" +(?:the +)?(?:(?:{SMALL_WORD} +){{1,4}}at +(?:the +)?)?(?P<name>{CAPITALS})"
)
"""Person, verb, organisation: "Ana Silva, who heads the audit unit at Delta Bank"."""
OFFICE = Pattern.of(
    rf"{_EDGE}(?P<role>(?:{CAPITAL} +){{0,3}}?(?:{OFFICES})"
    rf"(?: +(?:of|for) +{CAPITAL}(?:(?:, +{CAPITAL})* +and +{CAPITAL})?)?)"
    rf" +{TITLE}{{0,3}}(?P<person>{PERSON}|{CAPITAL}){_END}"
)
"""An office with a capital, and its holder."""
