"""The desk's catalogues say the same things in three languages."""

import pytest
from fluent.syntax import ast, parse

from bot.locales import FOLDER

FILES = ("desk.ftl", "loading.ftl")


def messages(language, name):
    resource = parse((FOLDER / language / name).read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


def variables(message):
    found = set()

    def walk(node):
        if isinstance(node, ast.VariableReference):
            found.add(node.id.name)
        for child in vars(node).values():
            for one in child if isinstance(child, list) else [child]:
                if isinstance(one, ast.BaseNode):
                    walk(one)

    walk(message)
    return found


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_message_is_there_with_the_same_variables(language, name):
    english, other = messages("en", name), messages(language, name)
    assert list(english) == list(other)
    for key, message in english.items():
        assert variables(other[key]) <= variables(message)
