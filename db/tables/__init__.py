"""The tables, a module for each subject."""

from db.tables.base import Base, UtcDateTime
from db.tables.briefings import BriefingRow, PassageRow
from db.tables.desk import AuditRow, ConversationRow, EditorRow, FactRow
from db.tables.key_dates import KeyDateChangeRow, KeyDateRow, ReportedDateRow, SameDateQuestionRow
from db.tables.ledger import LedgerRow, SendingBudgetRow
from db.tables.readers import FollowingRow, ReaderRow
from db.tables.search import IndexChangeRow, PostingRow
from db.tables.unanswered import UnansweredRow
from db.tables.updates import UpdateRow

__all__ = [
    "AuditRow",
    "Base",
    "BriefingRow",
    "ConversationRow",
    "EditorRow",
    "FactRow",
    "FollowingRow",
    "IndexChangeRow",
    "KeyDateChangeRow",
    "KeyDateRow",
    "LedgerRow",
    "PassageRow",
    "PostingRow",
    "ReaderRow",
    "ReportedDateRow",
    "SameDateQuestionRow",
    "SendingBudgetRow",
    "UnansweredRow",
    "UpdateRow",
    "UtcDateTime",
]
