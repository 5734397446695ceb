"""Inline Markdown: which characters of a block's content are visible.

markdown-it keeps no positions inside a block. So each of its inline rules is wrapped to note where in the content the
tokens end that it makes; the text between stands there as it is. What has no place in the content raises `Misaligned`,
and the caller falls back on the raw lines: an offset is exact or not given at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

MARKING_RULES = ("escape", "backticks", "emphasis", "link", "image", "autolink", "html_inline", "entity")
"""Rules that hide characters; the others ("text", "newline") leave them as they are."""

LONGEST = 1 << 15
"""Content longer than this is shown raw: no prose is so long, and hostile markup costs more than linear time."""

_BREAK = regex.compile(r"<br\s*/?>", regex.IGNORECASE)

Rule = Callable[[StateInline, bool], bool]


class Misaligned(Exception):  # noqa: N818 - a turn of the way, caught by the caller
    """A token's text does not stand where it must."""


class Part(NamedTuple):
    """Visible content[start:end]; `text` is what it reads as where that is something else."""

    start: int
    end: int
    text: str | None = None


def inline_parser() -> MarkdownIt:
    """A CommonMark parser with tables whose inline tokens know where they end (`meta["end"]`, in the content)."""
    parser = MarkdownIt("commonmark").enable("table").disable(["text_join", "fragments_join", "inline"])
    rules = {rule.name: rule.fn for rule in parser.inline.ruler.__rules__}
    for name in MARKING_RULES:
        parser.inline.ruler.at(name, _marking(rules[name]))
    return parser


def _marking(rule: Rule) -> Rule:
    def mark(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, silent)
        if state.pending:
            state.pushPending()
        start, known = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and len(state.tokens) > known:
            _note_ends(state.tokens[known:], start, state.pos)
        return done

    return mark


def _note_ends(tokens: Sequence[Token], start: int, end: int) -> None:
    """Note where tokens end that one rule has made of content[start:end]."""
    tokens[-1].meta["end"] = end
    if tokens[0].type == "link_open":
        tokens[0].meta["end"] = start + 1
        if tokens[0].markup == "autolink":
            tokens[1].meta["shown"] = (start + 1, end - 1)
    elif tokens[0].type == "text":
        for at, token in enumerate(tokens, start + 1):
            token.meta["end"] = at


def visible_parts(parser: MarkdownIt, content: str, env: dict[str, object]) -> Iterator[Part]:
    """The visible parts of a block's content, in order. Link text is visible; targets, images and tags are not.

    Raises `Misaligned`.
    """
    if len(content) > LONGEST:
        raise Misaligned(content[:40])
    at = 0
    for token in parser.inline.parse(content, parser, env, []):
        part = _part(token, content, at)
        if part and part.start < part.end:
            yield part
        at = part.end if part and "end" not in token.meta else token.meta.get("end", at)


def _part(token: Token, content: str, at: int) -> Part | None:
    """What a token shows; without a noted end the cursor moves to the end of the part."""
    if token.type in ("softbreak", "hardbreak"):
        return _break(token, content, at)
    if token.type == "text":
        return _text(token, content, at)
    if token.type == "text_special":
        return _special(token, content, at)
    if token.type == "code_inline":
        return _code(token, content, at)
    if token.type == "html_inline" and _BREAK.fullmatch(token.content):
        return Part(at, token.meta["end"], "\n")
    return None


def _text(token: Token, content: str, at: int) -> Part | None:
    if "shown" in token.meta:
        start, end = token.meta["shown"]
        token.meta["end"] = end
        return Part(start, end)
    if not token.content:
        return None
    if not content.startswith(token.content, at):
        raise Misaligned(token.content)
    return Part(at, at + len(token.content))


def _special(token: Token, content: str, at: int) -> Part:
    """An escaped character or an entity; a backslash that escapes nothing stands for itself."""
    end = token.meta["end"]
    if content[at:end] == token.content:
        return Part(at, end)
    return Part(end - 1, end) if content[end - 1] == token.content else Part(at, end, token.content)


def _code(token: Token, content: str, at: int) -> Part:
    """A code span, without the space inside each of its marks that CommonMark takes off."""
    start, end = at + len(token.markup), token.meta["end"] - len(token.markup)
    padding = (end - start - len(token.content)) // 2
    return Part(start + padding, end - padding)


def _break(token: Token, content: str, at: int) -> Part:
    end = content.find("\n", at) + 1
    if not end or content[at:end].strip(" \\\n"):
        raise Misaligned(token.type)
    token.meta["end"] = end + len(content[end:]) - len(content[end:].lstrip(" \t"))
    return Part(end - 1, end)
