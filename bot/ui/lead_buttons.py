"""Buttons that switch single reminders of a key date on and off."""

from collections.abc import Iterable

from bot.ui.markup import plain
from bot.ui.message import Button, Keyboard
from briefings.model.leads import MOST, Leads, order_leads, parse_leads, write_lead
from briefings.text import Language
from briefings.text.spoken_dates import say_lead

OFFERED: Leads = parse_leads("14d,7d,3d,1d,0d,2h")
"""Leads that are always there to choose; those typed come in addition."""
IN_A_ROW = 2


def lead_rows(chosen: Leads, verb: str, language: Language) -> Keyboard:
    """Return a button for each lead, those chosen with a tick; pressing sends `verb:lead`."""
    leads = order_leads({*OFFERED, *chosen})
    return in_rows(_toggle(lead in chosen, say_lead(lead, language), f"{verb}:{write_lead(lead)}") for lead in leads)


def in_rows(buttons: Iterable[Button], width: int = IN_A_ROW) -> Keyboard:
    """Put buttons side by side, `width` in a row."""
    row = tuple(buttons)
    return tuple(row[start : start + width] for start in range(0, len(row), width))


def say_leads(leads: Leads, language: Language) -> str:
    """Say leads one after the other."""
    return ", ".join(plain(say_lead(lead, language)) for lead in leads)


def toggled(leads: Leads, lead: str) -> Leads | None:
    """Return the leads with one switched on or off, as a button says; None where they would be too many or too long."""
    try:
        changed = order_leads(set(leads) ^ set(parse_leads(lead)))
    except ValueError:
        return None
    return changed if len(changed) <= MOST else None


def added(leads: Leads, more: Leads) -> Leads | None:
    """Return the leads with more of them; None where they would be too many."""
    together = order_leads({*leads, *more})
    return together if len(together) <= MOST else None


def _toggle(is_on: bool, label: str, data: str) -> Button:
    return Button(f"{'✅' if is_on else '▫️'} {label}", data)
