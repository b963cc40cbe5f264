"""Articles out of pasted text, files, links and records, cleaned of what is not the article.

`Intake` is what the bot uses: it reads in a process of its own. The pure functions behind it are in `reading`.
"""

from briefings.intake.article import Article, fingerprint
from briefings.intake.errors import IntakeCode, IntakeError
from briefings.intake.service import Intake

__all__ = ["Article", "Intake", "IntakeCode", "IntakeError", "fingerprint"]
