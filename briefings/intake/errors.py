"""What can be wrong with what an editor sends."""

from collections.abc import Mapping
from typing import Final, Literal

IntakeCode = Literal[
    "empty",
    "no_sentences",
    "too_much_text",
    "too_many_sentences",
    "too_many_dates",
    "too_many_key_dates",
    "file_too_large",
    "file_type",
    "binary",
    "encoding",
    "front_matter",
    "field",
    "bad_link",
    "private_address",
    "no_answer",
    "bad_answer",
    "too_many_redirects",
    "not_a_page",
    "page_too_large",
    "no_article",
    "too_many_parts",
    "unreadable",
    "no_worker",
]

MESSAGES: Final[Mapping[IntakeCode, str]] = {
    "empty": "There is nothing in it; send the text of the article.",
    "no_sentences": "No sentences were found; send the text of the article, not only its headline or a list.",
    "too_much_text": "The text is too long: at most {limit} kB of text; send one article at a time.",
    "too_many_sentences": "This is a list, not an article: more than {limit} sentences or lines; send less at a time.",
    "too_many_dates": "There are more than {limit} dates in it; send a part of it at a time.",
    "too_many_key_dates": "It tells of more than {limit} events; send a part of it at a time.",
    "file_too_large": "The file is too large: at most {limit} MB.",
    "file_type": "Files of this kind cannot be read; send .txt, .md or .html.",
    "binary": "This is not a text file; save it as plain text (.txt) and send it again.",
    "encoding": "The letters of this file cannot be read; save it as UTF-8 and send it again.",
    "front_matter": "The lines between the --- marks cannot be read; write them as “name: value”, a line each.",
    "field": "“{field}” makes no sense: it must be {expected}.",
    "bad_link": "This is not a link to a web page; it must begin with http:// or https:// and hold no password.",
    "private_address": "This link leads to a private address, where the bot does not go; paste the text instead.",
    "no_answer": "The page does not answer; try again later or paste the text.",
    "bad_answer": "The page cannot be had: its server answers {status}; paste the text instead.",
    "too_many_redirects": "The link leads from page to page without end; send the link of the article itself.",
    "not_a_page": "Behind this link is no web page; paste the text instead.",
    "page_too_large": "The page is too large: at most {limit} MB; paste the text instead.",
    "no_article": "No article was found on this page; paste the text instead.",
    "too_many_parts": "The page has too many parts: at most {limit} elements; paste the text instead.",
    "unreadable": "It takes too long or too much memory to read; send only the text of the article, as plain text.",
    "no_worker": "Nothing can be read at the moment; try again in a minute, and tell whoever runs the bot.",
}


class IntakeError(Exception):
    """What was sent cannot become a briefing; `code` says why, the text says in English what to do.

    `parameters` fill the gaps of the message: `limit` (MB, kB, elements, sentences or dates), `field` and `expected`,
    `status` (HTTP).
    """

    def __init__(self, code: IntakeCode, **parameters: str | int) -> None:
        super().__init__(MESSAGES[code].format_map(parameters))
        self.code: Final = code
        self.parameters: Final = parameters
