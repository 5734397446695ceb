"""How firmly a figure is stated: asserted, estimated, planned, forecast or hedged; and whether it is denied."""

from __future__ import annotations

import regex

from schemas.rows import Modality

# Cue words by modality, in the order in which they decide: a plan that may fail is still a plan.
_CUES: tuple[tuple[Modality, str], ...] = (
    ("planned", r"plan(?:s|ned|ning)? (?:to|for|on)|plans|aim(?:s|ed|ing)? (?:to|for|at)|intend(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|vow(?:s|ed)?|propos(?:e|es|ed|ing|al)"
     r"|target(?:s|ed|ing)?|commit(?:s|ted)? to|committed|promis(?:e|es|ed|ing)|seek(?:s|ing)? to|goal|ambition|scheduled|earmark(?:s|ed)|agreed to"
     r"|set aside|want(?:s|ed)? to|hop(?:e|es|ed|ing) to|undertook|undertakes|(?:is|are) to|set out to|would be required|due to"),
    ("forecast", r"expect(?:s|ed|ing|ation|ations)?|forecast(?:s|ed|ing)?|predict(?:s|ed|ing|ion)?|project(?:s|ed) (?!\w+ (?:of|in))|projection|anticipat(?:e|es|ed|ing)"
     r"|poised|set to|on track|on course|outlook|likely to|will likely|foresee(?:s|n)?|envisag(?:e|es|ed)|sees?(?= .{0,40}\b(?:next|by 20))"),
    ("estimated", r"estimat(?:e|es|ed|ing)|(?:is|are|was|were) (?:thought|believed|reckoned|understood|calculated|put at) (?:to|at)|reckon(?:s|ed)?|put(?:s)? the (?:number|figure|cost|total|toll)"
     r"|calculat(?:e|es|ed)|guess(?:es|ed)?|extrapolat\w+|thought to|believed to"),
    ("hedged", r"may|might|could|perhaps|possibly|probably|reportedly|allegedly|apparently|appears?|seems?|suggest(?:s|ed|ing)?|likely|potentially|would|if|unless|rumou?red|tentative\w*|maybe"),
)  # fmt: skip
CUES = tuple((modality, regex.compile(rf"\b(?:{words})\b", regex.I)) for modality, words in _CUES)
_WILL = regex.compile(r"\b(?:will|shall|'ll|won't)\b(?: \w+ly| not| also)? (?:be )?(?P<verb>\w+)", regex.I)
# Verbs of those who decide: with "will" they tell a plan, others a forecast.
_DECIDED = regex.compile(
    r"^(?:cut|invest|spend|build|open|hire|recruit|pay|launch|close|introduce|buy|sell|create|provide|offer|give|fund|raise|lower|increase|reduce|"
    r"set|add|allocate|contribute|deliver|install|replace|charge|receive|extend|expand|hold|host|train|move|keep|get|ban|send|issue|publish|start|"
    r"begin|run|make|donate|lend|borrow|repay|distribut|construct|deploy|supply|plant|convert|phase|require|appl|abolish|scrap|face|lay)"
)
_NOT = regex.compile(
    r"\b(?:not|never|no longer|neither|nor|without|denied|denies|cannot|hardly|failed to|refused to|rejected|dismissed)\b|n't\b",
    regex.I,
)
_NOT_A_DENIAL = regex.compile(
    r"\bnot (?:only|just|more|less|least|fewer|until|including|to mention|merely)\b|\bno (?:more|less|fewer|later)\b|\bwithout (?:\w+ ){0,3}$",
    regex.I,
)
_MAY_MONTH = regex.compile(
    r"\b(?:in|since|by|until|of|last|this|next|from|to|during|\d{1,2}(?:st|nd|rd|th)?) May\b|\bMay \d"
)


def modality_of(clause: str) -> Modality:
    """The modality that the words of a clause give its figure."""
    clause = _MAY_MONTH.sub(" ", clause)
    for modality, pattern in CUES[:3]:
        if pattern.search(clause):
            return modality
    will = _WILL.search(clause)
    if will is not None:
        return "planned" if _DECIDED.match(will["verb"].lower()) else "forecast"
    return "hedged" if CUES[3][1].search(clause) else "asserted"


def is_denied(before: str) -> bool:
    """Do the words before a figure, in its clause, deny it?"""
    return bool(_NOT.search(_NOT_A_DENIAL.sub(" ", before)))
