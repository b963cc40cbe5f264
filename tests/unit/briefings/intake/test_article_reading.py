"""Articles out of text, files, records and pages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.intake import Article, IntakeError
from briefings.intake.article_reading import from_file, from_html, from_record, from_text
from briefings.intake.web_pages import LONGEST_ATTRIBUTE, MOST_COMPARED, MOST_ELEMENTS

FIRST = "The council of Aksu will meet on Friday to vote on the budget."
BODY = f"{FIRST}\n\nForty people signed a letter against it."
FRONT = """---
title: Aksu Votes
source: Northern Herald
url: https://example.org/a
published: 2026-03-04
language: en
---
"""
TOLD = Article("Aksu Votes", BODY, "Northern Herald", "https://example.org/a", "en", date(2026, 3, 4))


def refusal(call: object, *arguments: object) -> IntakeError:
    with pytest.raises(IntakeError) as caught:
        call(*arguments)
    return caught.value


def test_pasted_text_tells_only_itself() -> None:
    assert from_text(BODY) == Article(FIRST, BODY, None, None, "en", None)


def test_long_first_sentence_is_shortened_to_a_title() -> None:
    article = from_text("The council " + "of the northern district " * 20 + "will meet on Friday.")
    assert len(article.title) <= 200
    assert article.title.endswith("…")
    assert article.text.startswith(article.title[:-1])


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.txt", "a.markdown"])
def test_front_matter_is_honoured(name: str) -> None:
    assert from_file(name, (FRONT + "\n" + BODY).encode()) == TOLD


def test_front_matter_with_windows_line_ends_is_honoured() -> None:
    assert from_file("a.md", (FRONT + "\n" + BODY).replace("\n", "\r\n").encode("utf-8-sig")) == TOLD


def test_markdown_heading_is_the_title_and_marks_go() -> None:
    heading = "# Aksu *Votes*\n\n## Money\n\n"
    text = heading + "The council of **Aksu** will [meet](https://example.org) on Friday.\n\n- 5 May: vote\n"
    article = from_file("a.md", text.encode())
    assert article.title == "Aksu Votes"
    assert article.text == "Money\n\nThe council of Aksu will meet on Friday.\n\n- 5 May: vote"


@pytest.mark.parametrize(
    ("line", "field"),
    [("published: tomorrow", "published"), ("published: 2026-13-01", "published"), ("published: [1]", "published"),
     ("language: fr", "language"), ("language: no", "language"), ("url: example.org", "url"),
     ("url: javascript:alert(1)", "url"), ("title: [a]", "title"), ("source: {a: b}", "source")],
)  # fmt: skip
def test_wrong_front_matter_is_one_clear_error(line: str, field: str) -> None:
    error = refusal(from_file, "a.md", f"---\n{line}\n---\n{BODY}".encode())
    assert error.code == "field"
    assert error.parameters["field"] == field


@pytest.mark.parametrize(
    "title", ["Aksu: council sets the day", "*Aksu* votes", "& more", "100% of Aksu # votes", r"A \ B", "yes", "2019"]
)
def test_titles_and_sources_are_plain_words_in_front_matter(title: str) -> None:
    article = from_file("a.md", f"---\ntitle: {title}\nsource: {title}\n---\n{BODY}".encode())
    assert (article.title, article.source) == (title, title)


def test_broken_front_matter_is_refused() -> None:
    assert refusal(from_text, f'---\ntitle: "open\n---\n{BODY}').code == "front_matter"


def test_rule_of_dashes_is_no_front_matter() -> None:
    assert from_text(f"---\n{BODY}\n---\n").published is None


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.pdf", b"%PDF-1.7", "file_type"),
        ("a.docx", b"PK", "file_type"),
        ("a.txt", b"%PDF-1.7 text", "binary"),
        ("a.txt", b"text\0text", "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "binary"),
        ("a.txt", bytes(range(128, 256)) * 4, "encoding"),
        ("a.txt", b"x" * 2_000_001, "file_too_large"),
        ("a.txt", b"One two three four five six. " * 7000, "too_much_text"),
        ("a.txt", b"Menu\nHome\nSearch", "no_sentences"),
        ("a.txt", "😀😀😀".encode(), "no_sentences"),
        ("a.txt", b"12345 67890", "no_sentences"),
        ("a.html", b"<html></html>", "no_article"),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, data: bytes, code: str) -> None:
    assert refusal(from_file, name, data).code == code


def test_limits_are_told() -> None:
    assert "2 MB" in str(refusal(from_file, "a.txt", b"x" * 2_000_001))
    assert "200 kB" in str(refusal(from_text, "x" * 200_001))


def test_record_keeps_its_text() -> None:
    record = {
        "text": f"Menu\n\n{BODY}",
        "title": " Aksu\nVotes ",
        "published": "2026-03-04T10:00:00+05:00",
        "source": "",
        "url": None,
    }
    assert from_record(record) == Article("Aksu Votes", f"Menu\n\n{BODY}", None, None, "en", date(2026, 3, 4))


@pytest.mark.parametrize(
    ("record", "field"),
    [({}, "text"), ({"text": None}, "text"), ({"text": 5}, "text"), ({"text": BODY, "published": 5}, "published"),
     ({"text": BODY, "published": "5 May"}, "published"), ({"text": BODY, "language": "de"}, "language"),
     ({"text": BODY, "url": 7}, "url"), ({"text": BODY, "title": ["a"]}, "title"),
     ({"text": BODY, "source": "x" * 101}, "source")],
)  # fmt: skip
def test_wrong_record_names_its_field(record: dict[str, object], field: str) -> None:
    error = refusal(from_record, record)
    assert error.code == "field"
    assert f"“{field}”" in str(error)


def test_hostile_title_is_disarmed() -> None:
    record = {"text": BODY, "title": "A\u202eB\ud800\0 <script>*_\u2066 \n😀"}
    assert from_record(record).title == "AB <script>*_ 😀"


def test_text_with_broken_surrogates_can_be_stored() -> None:
    from_text(f"{BODY} \udc80\ud83d And one more sentence follows.").text.encode()


def test_language_is_detected_where_it_is_not_told() -> None:
    assert from_text("Сайлау 9 маусымда өтеді, деді комиссия төрағасы.").language == "kk"
    assert from_text("Выборы пройдут 9 июня, сообщила комиссия.").language == "ru"


PAGE = """<html><head><title>Aksu Votes | Northern Herald</title>{head}</head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><p>The council of Aksu will meet on Friday to vote on the budget of the city.</p>
<p>Forty people signed a letter against it, and two of them will speak at the meeting.</p></article>
<footer>All rights reserved</footer></body></html>"""


@pytest.mark.parametrize(
    "head",
    ['<meta property="article:published_time" content="2026-03-04T23:30:00+05:00">',
     '<meta name="DC.date.issued" content="2026-03-04">',
     '<script type="application/ld+json">{"@graph": [{"datePublished": "2026-03-04"}]}</script>'],
)  # fmt: skip
def test_page_tells_its_day_in_its_metadata(head: str) -> None:
    article = from_html(PAGE.format(head=head), "https://example.org/a")
    assert article.published == date(2026, 3, 4)
    assert article.title == "Aksu Votes"
    assert article.url == "https://example.org/a"
    assert article.text.startswith("The council of Aksu")
    assert "rights" not in article.text


@pytest.mark.parametrize(
    "head",
    ["", '<meta name="date" content="yesterday">', '<meta name="date" content="2026-02-30">',
     '<script type="application/ld+json">{broken</script>', '<meta name="viewport" content="2026-03-04">',
     f'<script type="application/ld+json">{"[" * 100_000}</script>'],
)  # fmt: skip
def test_day_of_a_page_is_never_guessed(head: str) -> None:
    page = PAGE.format(head=head).replace("Friday", "March 20, 2026")
    assert from_html(page, None).published is None


def test_page_that_lies_about_its_link_is_not_believed() -> None:
    head = (
        '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://example.org/real">'
    )
    assert from_html(PAGE.format(head=head), None).url == "https://example.org/real"
    assert from_html(PAGE.format(head=head), "https://example.org/b").url == "https://example.org/b"


def test_page_nested_without_end_is_refused_or_read() -> None:
    assert refusal(from_html, "<div>" * 100_000, None).code == "no_article"


def test_page_of_too_many_parts_is_refused_with_the_limit() -> None:
    assert "10000" in str(refusal(from_html, PAGE.format(head="").replace("<footer>", "<br>" * MOST_ELEMENTS), None))


def test_page_with_more_pieces_of_text_than_are_compared_is_read() -> None:
    page = PAGE.format(head="").replace("<footer>", "<ul>" + "<li>menu</li>" * (MOST_COMPARED + 1) + "</ul><footer>")
    assert from_html(page, None).text.startswith("The council of Aksu")


def test_endless_attributes_change_nothing() -> None:
    page = PAGE.format(head="").replace("<article>", f'<article class="{"x-" * LONGEST_ATTRIBUTE}">')
    assert from_html(page, None) == from_html(PAGE.format(head=""), None)


MARKS = st.sampled_from(
    ["---\n", "<p>", "</p>", "<meta charset=", "utf-16", '"', ">", "<", "&", "#", "[", "](", "**", "title: ", "\n",
     "- ", "<article>", "{", "}", "One two three four five. ", "Слово за слово здесь. ", "\0", "\u0301", "<!--", "-->",
     "=", "\ud800"]
)  # fmt: skip
NAMES = st.sampled_from(["a.html", "a.htm", "a.md", "a.markdown", "a.txt", "a", "", "a.jsonl"])


@given(NAMES, st.binary() | st.lists(MARKS).map(lambda marks: "".join(marks).encode("utf-8", "surrogatepass")))
def test_any_bytes_are_an_article_or_a_clear_error(name: str, data: bytes) -> None:
    try:
        article = from_file(name, data)
    except IntakeError:
        return
    assert article.text


def test_a_list_of_thousands_of_lines_is_refused() -> None:
    refused = refusal(from_record, {"text": BODY + "\n\n" + "1.\n" * 6000})
    assert (refused.code, refused.parameters) == ("too_many_sentences", {"limit": 5000})
