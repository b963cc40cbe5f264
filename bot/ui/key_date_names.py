"""What a key date is called for a reader: in their language, else in the original with its language marked."""

from bot.locales import Texts
from bot.ui.markup import plain
from briefings.model.key_date import KeyDate


def name_of(key_date: KeyDate, t: Texts) -> str:
    """Return the name in the reader's language, else the original with a mark of its language."""
    name = key_date.called(t.language)
    mark = "" if name.language == t.language else plain(t(f"named-in-{name.language}"))
    return f"{name.text} {mark}".rstrip()


def place_of(key_date: KeyDate, t: Texts) -> str:
    """Return where it is as the reader's language writes it, else as another does; empty where nobody tells."""
    return key_date.called(t.language).place or key_date.place or ""
