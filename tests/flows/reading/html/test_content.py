"""What of a page is its text: pages of the common kinds, each with the frame that sites put around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.html.building import parse
from flows.reading.html.content import main_content
from flows.reading.html.leaves import leaves_of

PARAGRAPHS = (
    "The harbour office counted 412 sailings in March, nine more than in the month before.",
    "Most of them were night crossings, which the operators had cut to two a week in the winter.",
    "Fares have not moved since the last round of talks, and the union expects none before autumn.",
    "A spokesman said that the new timetable would be shown to the council in its May sitting.",
)
ANSWERS = (
    "I have taken the night boat for eleven years, and it was late on most of the days that I did.",
    "The day boats are no better: two of them lay at the pier all summer with their engines out.",
    "You can ask for your money back, but the form is in the office and the office is shut.",
)
ARTICLE = "<h1>Ferries come back</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
NAVIGATION = (
    '<ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/biz">Business</a></li></ul>'
)


def kept(source: str) -> list[str]:
    page = parse(source)
    leaves = leaves_of(page).leaves
    return [leaf.passage.text for leaf, keep in zip(leaves, main_content(page, leaves), strict=True) if keep]


@pytest.mark.parametrize(
    "frame",
    [
        f"<nav>{NAVIGATION}</nav>@",
        f'<div class="main-menu">{NAVIGATION}</div>@',
        f'<div role="navigation">{NAVIGATION}</div>@',
        '<header><a href="/">The Daily Tide</a> News from the coast.</header><div>@</div>',
        '<div id="cookie-consent"><p>We use cookies to make this site better for all of us. Do you accept?</p></div>@',
        '@<div class="share-bar"><a href="#">Facebook</a> <a href="#">Copy the link</a></div>',
        '@<div class="related-posts"><h3>Bridge to open</h3><p>The last bolt of the bridge was set today ...</p></div>',
        "<aside><p>Get our best stories by mail every Friday morning, free of charge.</p></aside>@",
        '@<section id="comments"><p>I have taken this ferry for years and it was never on time.</p></section>',
        "@<form><label>Your mail</label><button>Send</button></form>",
        "@<footer><p>The Daily Tide is a member of the press council. All rights reserved.</p></footer>",
        '@<div class="author-bio"><p>Ann Reed writes about ports, ships and the people who work there.</p></div>',
    ],
)
def test_the_frame_of_an_article_is_set_aside(frame: str) -> None:
    source = f"<html><body><div class='page'>{frame.replace('@', f'<article>{ARTICLE}</article>')}</div></body></html>"

    found = kept(source)

    assert [text for text in found if text in PARAGRAPHS] == list(PARAGRAPHS)
    assert set(found) <= {*PARAGRAPHS, "Ferries come back"}


def test_text_that_stands_in_divs_alone_is_content() -> None:
    source = f"<div class=menu>{NAVIGATION}</div><div><div>{'<br><br>'.join(PARAGRAPHS)}</div></div>"

    assert kept(source) == list(PARAGRAPHS)


@pytest.mark.parametrize("mark", ['class="widget"', 'class="post-comments"', 'class="sidebar-layout"', 'id="banner"'])
def test_a_mark_that_stands_on_the_text_itself_is_not_believed(mark: str) -> None:
    assert set(PARAGRAPHS) <= set(kept(f"<nav>{NAVIGATION}</nav><div {mark}>{ARTICLE}</div>"))


def test_a_page_that_stands_in_a_form_is_read() -> None:
    assert set(PARAGRAPHS) <= set(kept(f"<form><div>{ARTICLE}</div></form>"))


def test_what_stands_around_the_main_part_is_no_furniture_whatever_its_name() -> None:
    source = f'<div class="cookies-accepted gdpr"><nav>{NAVIGATION}</nav><main>{ARTICLE}</main></div>'

    assert set(PARAGRAPHS) <= set(kept(source))


def test_who_is_quoted_stands_with_the_quote() -> None:
    quote = "<blockquote><p>We sail.</p><footer>Ann Reed, harbour master</footer></blockquote>"

    assert "Ann Reed, harbour master" in kept(f"<article>{quote}{ARTICLE}</article>")


def test_the_cards_of_a_list_are_its_content() -> None:
    cards = [(f"Lamp number {number}", f"${number}.50") for number in range(1, 13)]
    shown = "".join(f'<li><a href="/{name}">{name}</a><span>{price}</span></li>' for name, price in cards)
    source = (
        f"<nav>{NAVIGATION}</nav><main><h1>Lamps</h1><ul>{shown}</ul></main><footer><a href='/'>Imprint</a></footer>"
    )

    found = kept(source)

    assert len(found) >= len(cards)
    assert not {"Home", "Sport", "Imprint"} & set(found)


def test_every_post_of_a_thread_is_content() -> None:
    posts = "".join(f'<div class="post"><div class="body"><p>{text}</p></div></div>' for text in PARAGRAPHS)
    source = (
        f'<nav>{NAVIGATION}</nav><div id="thread">{posts}</div><footer>Powered by a forum program. Join us.</footer>'
    )

    assert kept(source) == list(PARAGRAPHS)


def test_a_long_post_is_not_the_whole_of_its_thread() -> None:
    posts = [*(f"<p>{text}</p>" * 12 for text in PARAGRAPHS[:1]), *(f"<p>{text}</p>" for text in ANSWERS)]
    shown = "".join(f'<div class="post n{at}"><div class="body">{post}</div></div>' for at, post in enumerate(posts))

    assert set(kept(f"<nav>{NAVIGATION}</nav><div>{shown}</div>")) == {PARAGRAPHS[0], *ANSWERS}


def test_the_only_article_of_a_page_bounds_its_text() -> None:
    notice = "<p>Our offices are closed on Monday for the holiday. Please call us on any other day of the week.</p>" * 2
    source = f"<div><div>{notice}</div><div><article>{ARTICLE}</article></div><div><p>{ANSWERS[0]}</p></div></div>"

    assert set(kept(source)) == {"Ferries come back", *PARAGRAPHS}


def test_of_two_articles_neither_bounds_the_text() -> None:
    source = f"<div><article>{ARTICLE}</article><article><p>{ANSWERS[0]}</p><p>{ANSWERS[1]}</p></article></div>"

    assert {*PARAGRAPHS, *ANSWERS[:2]} <= set(kept(source))


def test_comments_are_none_of_the_text_however_long_they_are() -> None:
    comments = "".join(
        f'<li class="comment"><p>{text} I said so {at} times.</p></li>' for at in range(4) for text in ANSWERS
    )
    source = f'<article>{ARTICLE}</article><div id="comments"><h2>Twelve comments</h2><ol>{comments}</ol></div>'

    assert set(kept(f"<nav>{NAVIGATION}</nav><div>{source}</div>")) == {"Ferries come back", *PARAGRAPHS}


def test_a_thread_whose_posts_are_called_comments_is_read() -> None:
    posts = "".join(f'<article class="comment"><p>{text}</p></article>' for text in (*PARAGRAPHS, *ANSWERS))

    assert set(kept(f'<nav>{NAVIGATION}</nav><div id="comments">{posts}</div>')) == {*PARAGRAPHS, *ANSWERS}


def test_what_a_text_starts_with_may_stand_apart_from_it() -> None:
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    lead = "Night boats run again from Friday, and nobody on the quay can say for how long they will."
    source = f"<div><header><h1>Ferries</h1><p>{lead}</p><div>5 min read</div></header><div>{text}</div></div>"

    assert kept(f"<nav>{NAVIGATION}</nav><main>{source}</main>") == [lead, *PARAGRAPHS]


def test_a_text_that_is_a_list_for_the_most_part_keeps_what_stands_beside_the_list() -> None:
    tasks = "".join(f"<li>{text}</li>" for text in PARAGRAPHS)
    advert = f"<div><h2>What you do</h2><ul>{tasks}</ul><h2>What we ask</h2><ul><li>A clean licence</li></ul></div>"

    found = kept(f"<nav>{NAVIGATION}</nav><main>{advert}</main>")

    assert found == ["What you do", *PARAGRAPHS, "A clean licence"]


def test_a_second_copy_of_a_text_is_not_content() -> None:
    twice = f'<div class="desktop">{ARTICLE}</div><div class="mobile">{ARTICLE}</div>'

    found = kept(f"<div>{twice}</div>")

    assert [text for text in found if text in PARAGRAPHS] == list(PARAGRAPHS)


def test_what_trails_behind_the_last_prose_is_set_aside_but_for_a_list() -> None:
    source = f"<div>{ARTICLE}<ul><li>Tickets at the pier</li></ul><h3>Bridge to open</h3><p>5 min read</p></div>"

    assert kept(source)[-1] == "Tickets at the pier"


def test_chinese_prose_needs_no_spaces() -> None:
    paragraphs = ["港務局三月錄得四百一十二班船，比上月多九班。", "大部分是夜航，冬季時營辦商曾減至每周兩班。"]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)

    assert kept(f"<div><a href='/'>主頁</a><a href='/n'>新聞</a></div><div>{text}</div>") == paragraphs


def test_a_page_of_furniture_alone_has_no_content() -> None:
    assert kept(f"<nav>{NAVIGATION}</nav><footer><p>All rights reserved. Call us on any day.</p></footer>") == []


def test_prose_in_doubtful_furniture_is_better_than_nothing() -> None:
    doubtful = f"<div class='popup'><p>{PARAGRAPHS[0]}</p></div><div class='widget'>{PARAGRAPHS[1]}</div>"

    assert kept(f"{doubtful}<nav>{NAVIGATION}</nav>") == [*PARAGRAPHS[:2]]


def test_a_page_without_text_has_no_leaves() -> None:
    assert kept("<html><body><script>run()</script></body></html>") == []


_TAGS = st.sampled_from(["div", "p", "nav", "article", "main", "aside", "footer", "ul", "li", "a", "h2", "table", "td"])
_NAMES = st.sampled_from(["", " class=menu", " class='post body'", " id=comments", " role=dialog", " class=cookie-bar"])
_TEXTS = st.sampled_from([*PARAGRAPHS, "Home", "Read more", "$3.50", "港務局三月錄得四百一十二班船。", ""])


@given(st.lists(st.tuples(_TAGS, _NAMES, _TEXTS, st.booleans()), max_size=30))
def test_a_plain_box_around_a_page_changes_nothing(parts: list[tuple[str, str, str, bool]]) -> None:
    source = "".join(f"<{tag}{names}>{text}" + f"</{tag}>" * closed for tag, names, text, closed in parts)

    assert kept(source) == kept(f"<div>{source}</div>")
