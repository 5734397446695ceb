"""Whether a subject and a verb agree in number, as far as their forms show it."""

from __future__ import annotations

Tagged = tuple[str, str]
"""A word in lower case and its tag."""

_PLURAL_SUBJECTS = {
    **dict.fromkeys(("we", "they", "these", "those", "many", "few", "both", "several"), True),
    **dict.fromkeys(("he", "she", "it", "this", "that", "each", "one"), False),
}
_PLURAL_NOUNS = {"NNS": True, "NN": False}
_PLURAL_PASTS = {"was": False, "were": True}
_PLURAL_VERBS = {"VBP": True, "VBZ": False}


def agree(subject: Tagged, verb: Tagged) -> bool:
    """Whether the last word of a subject and the first of a verb group may go together.

    Names, which may be of many members, and verb forms for both numbers go with anything.
    """
    noun = _PLURAL_NOUNS.get(subject[1], _PLURAL_SUBJECTS.get(subject[0]))
    form = _PLURAL_PASTS.get(verb[0], _PLURAL_VERBS.get(verb[1]))
    return noun is None or form is None or noun == form
