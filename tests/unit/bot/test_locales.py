import re
from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement, VariableReference
from fluent.syntax.visitor import Visitor

import bot
from bot.locales import FOLDER, language_of, texts
from bot.telegram.menus import MENUS
from briefings.text import LANGUAGES, Language

CODE = Path(bot.__file__).parent
SAID = re.compile(r"""(?:\bt|\btexts\(\w+\))\(\s*(?:name )?"([a-z][a-z-]+)"|button\([\w.]+, "([a-z-]+)\"""")
"""names that code says outright"""
MADE = re.compile(r'f"((?:[a-z-]*\{[^}"]*\}[a-z-]*)+)"')
"""names that code puts together"""
LATIN = re.compile(r"[A-Za-z]{2,}")
HOLE = re.compile(r"\{[^}]*\}")


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the library's own name
        self.names.add(node.id.name)


class Literal(Visitor):
    def __init__(self) -> None:
        self.parts: list[str] = []

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802 - the library's own name
        self.parts.append(node.value)


def messages(language: Language) -> list[Message]:
    entries = []
    for path in sorted((FOLDER / language).glob("*.ftl")):
        entries += FluentParser().parse(path.read_text(encoding="utf-8")).body
    return [entry for entry in entries if isinstance(entry, Message)]


def literal_text(message: Message) -> str:
    """Return what a message says itself, without what is put into it."""
    found = Literal()
    found.visit(message)
    return " ".join(found.parts)


def variables(message: Message) -> set[str]:
    found = Variables()
    found.visit(message)
    return found.names


def test_every_line_is_understood() -> None:
    for path in FOLDER.glob("*/*.ftl"):
        body = FluentParser().parse(path.read_text(encoding="utf-8")).body
        assert not [entry for entry in body if type(entry).__name__ == "Junk"], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_said_twice(language: Language) -> None:
    counts = Counter(message.id.name for message in messages(language))
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_all_languages_say_the_same_names(language: Language) -> None:
    assert {message.id.name for message in messages(language)} == {message.id.name for message in messages("en")}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_all_languages_take_the_same_values(language: Language) -> None:
    english = {message.id.name: variables(message) for message in messages("en")}
    missing = {}
    for message in messages(language):
        extra = variables(message) - english[message.id.name] - {"count"}
        if extra:
            missing[message.id.name] = extra
    assert missing == {}


def test_every_name_that_code_says_exists() -> None:
    known = texts("en")
    said = set()
    for path in CODE.rglob("*.py"):
        for match in SAID.finditer(path.read_text(encoding="utf-8")):
            said.add(match[1] or match[2])
    assert said
    assert sorted(name for name in said if not known.has(name)) == []


def test_every_name_is_said_somewhere() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    made = [HOLE.sub("[a-z_-]+", pattern) for pattern in MADE.findall(code) if len(HOLE.sub("", pattern)) > 3]
    names = {message.id.name for message in messages("en")}
    unsaid = {name for name in names if f'"{name}"' not in code}
    assert sorted(name for name in unsaid if not any(re.fullmatch(pattern, name) for pattern in made)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_a_menu_is_described_within_telegrams_limits(language: Language) -> None:
    t = texts(language)
    for names in MENUS.values():
        assert len(names) <= 100
        for name in names:
            assert 1 <= len(t(f"command-{name}")) <= 256


def test_in_english_what_reminds_and_publishes_says_so() -> None:
    assert "Remind" in texts("en")("button-remind")
    assert "Remind" in texts("en")("button-remind-of", name="X")
    assert "Publish" in texts("en")("button-publish")


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_buttons_of_other_languages_hold_no_english(language: Language) -> None:
    buttons = [one for one in messages(language) if one.id.name.startswith("button-")]
    assert {one.id.name: found for one in buttons if (found := LATIN.findall(literal_text(one)))} == {}


def test_values_are_escaped_but_markup_is_kept() -> None:
    assert texts("en")("reminder", name="<b>&") == "🔔 <b>&lt;b&gt;&amp;</b>"


@pytest.mark.parametrize(
    ("code", "language"), [("ru", "ru"), ("kk-KZ", "kk"), ("en-GB", "en"), ("de", "kk"), (None, "kk"), ("", "kk")]
)
def test_the_language_of_a_person(code: str | None, language: Language) -> None:
    assert language_of(code, "kk") == language
