"""Articles out of pasted text, files, links and records, cleaned of what is not the article.

Everything but `from_link` is pure, and may take a second for the largest input: keep it off the event loop.
"""

from briefings.intake.article import Article, fingerprint
from briefings.intake.errors import IntakeCode, IntakeError
from briefings.intake.fetch import from_link
from briefings.intake.reading import from_file, from_html, from_record, from_text

__all__ = [
    "Article",
    "IntakeCode",
    "IntakeError",
    "fingerprint",
    "from_file",
    "from_html",
    "from_link",
    "from_record",
    "from_text",
]
