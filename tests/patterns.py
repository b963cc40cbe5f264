"""All regular expressions of the product, wherever they are kept."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import bot
import briefings
import db

PACKAGES = (bot, briefings, db)
OURS = frozenset(package.__name__ for package in PACKAGES)
NOT_IMPORTED = ("__main__", "db.migrations")
"""they run when they are imported"""
CALLS = frozenset({"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"})


FILTERS = frozenset({"Regex", "CaptionRegex"})


def modules() -> Iterator[ModuleType]:
    """Import every module of the product."""
    for package in PACKAGES:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not any(name in found.name for name in NOT_IMPORTED):
                yield importlib.import_module(found.name)


@cache
def compiled() -> dict[str, re.Pattern[Any]]:
    """Return all patterns that modules, their classes and their objects hold, each once, by where the first stands."""
    walk = _Walk()
    for module in modules():
        for name, value in vars(module).items():
            if not name.startswith("__"):
                walk.visit(value, f"{module.__name__}.{name}")
    return dict(walk.found.values())


class _Walk:
    def __init__(self) -> None:
        self.found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
        self._seen: dict[int, Any] = {}

    def visit(self, value: Any, place: str) -> None:
        if id(value) in self._seen:
            return
        self._seen[id(value)] = value
        if isinstance(value, re.Pattern):
            self.found.setdefault((value.pattern, value.flags), (place, value))
            return
        for name, inner in _inside(value):
            self.visit(inner, f"{place}{name}")


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from ((f"[{key!r:.20}]", inner) for key, inner in value.items())
    elif isinstance(value, list | tuple | set | frozenset):
        yield from ((f"[{number}]", inner) for number, inner in enumerate(value))
    elif isinstance(value, type):
        if _is_ours(value):
            yield from ((f".{name}", inner) for name, inner in vars(value).items())
    elif _is_ours(type(value)):
        slots = (slot for kind in type(value).__mro__ for slot in getattr(kind, "__slots__", ()))
        for name in (*getattr(value, "__dict__", ()), *slots):
            yield f".{name}", getattr(value, name, None)


def _is_ours(kind: type) -> bool:
    return kind.__module__.split(".")[0] in OURS


def in_functions() -> dict[str, str]:
    """Return the places where functions use the module `re` themselves, by file and function: what they call."""
    return dict(found for path in sources() for found in _calls(path))


def sources() -> Iterator[Path]:
    """Yield all files of the product."""
    for package in PACKAGES:
        yield from sorted(Path(str(package.__file__)).parent.rglob("*.py"))


def _calls(path: Path) -> Iterator[tuple[str, str]]:
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and _is_re(node.func):
                    yield f"{path.stem}.{getattr(function, 'name', 'lambda')}", ast.unparse(node.func)


def _is_re(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute) or function.attr not in CALLS:
        return False
    return isinstance(function.value, ast.Name) and function.value.id == "re"


def of_filters() -> dict[str, re.Pattern[str]]:
    """Return the patterns that python-telegram-bot compiles for us: of handlers and filters."""
    found = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found |= {f"{path.stem}: {text}": re.compile(text) for text in _given_as_pattern(node)}
    return found


def _given_as_pattern(call: ast.Call) -> Iterator[str]:
    first = call.args[:1] if getattr(call.func, "attr", "") in FILTERS else []
    named = [keyword.value for keyword in call.keywords if keyword.arg == "pattern"]
    for value in (*first, *named):
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value
