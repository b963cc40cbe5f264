"""Who may edit, as owners see it."""

from bot.desk.common_view import Choice, column, with_undo
from bot.locales import Texts
from bot.ui.buttons import button
from bot.ui.markup import bold, join
from bot.ui.message import Message
from briefings.editorial.roles import Editor


def editors_list(editors: tuple[Editor, ...], t: Texts) -> Message:
    """List the appointed editors; pressing one opens the question whether to remove them."""
    names = [t("editors-one", name=bold(editor.name), id=str(editor.user_id)) for editor in editors]
    title = t("editors-title" if editors else "editors-none")
    people = column(Choice(editor.name, f"editor:{editor.user_id}") for editor in editors)
    return Message(join([title, *names, t("editors-how")]), (*people, (button(t, "button-add-editor", "add-editor"),)))


def confirm_dismissal(editor: Editor, t: Texts) -> Message:
    """Ask once more before somebody's rights are taken back."""
    yes = button(t, "button-remove-editor", f"remove-editor:{editor.user_id}")
    return Message(t("editors-confirm", name=bold(editor.name)), ((yes, button(t, "back", "editors")),))


def appointed(editor: Editor, t: Texts) -> Message:
    """Say that somebody is an editor now."""
    return with_undo(t, t("editors-added", name=bold(editor.name)), f"remove-editor:{editor.user_id}")


def dismissed(editor: Editor, t: Texts) -> Message:
    """Say that somebody is an editor no longer."""
    return with_undo(t, t("editors-removed", name=bold(editor.name)), f"return-editor:{editor.user_id}")
