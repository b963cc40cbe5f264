"""What the pages name exists: modules, paths, classes and links."""

import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

ROOT = Path(__file__).parents[3]
BESIDE = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "briefings/models/CARD.md")
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").rglob("*.md"), *BESIDE])
IDS = [str(page.relative_to(ROOT)) for page in PAGES]
FLOORS = ("bot", "briefings", "db")
SOURCES = [path for floor in FLOORS for path in (ROOT / floor).rglob("*.py")]
MADE_BY_OPERATORS = {"deploy/.env"}
OF_OTHERS = {"MemoryMax"}
"""names of systemd's"""

FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^    .*$", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
MODULE = re.compile(r"(?<![\w./-])(?:bot|briefings|db|benchmarks)(?:\.[A-Za-z_]\w*)+")
LEADING = r"(?<![\w./-])(?:bot|briefings|db|benchmarks|tests|docs|deploy|samples|\.ci)"
PATH = re.compile(LEADING + r"/[\w./*-]*")
FILE = re.compile(r"[\w-]+\.(?:py|ftl)")
CLASS = re.compile(r"(?:[A-Z][a-z]+){2,}")
LINK = re.compile(r"\]\((?!http)([\w./-]+)?(?:#([\w-]+))?\)")


def named(page: Path) -> list[str]:
    """Return what stands in backticks, outside blocks of code."""
    return CODE.findall(FENCED.sub("", page.read_text()))


def shown(page: Path) -> list[str]:
    """Return what stands in backticks, and the blocks of code."""
    text = page.read_text()
    return [*named(page), *FENCED.findall(text), *INDENTED.findall(text)]


def headings(page: Path) -> set[str]:
    """Return the anchors of a page, as GitHub makes them."""
    lines = [line.lstrip("#").strip().lower() for line in page.read_text().splitlines() if line.startswith("#")]
    return {re.sub(r"[^\w -]", "", line).replace(" ", "-") for line in lines}


def exists(module: str) -> bool:
    """Whether a dotted name is a module, or something in one."""
    path = ROOT / module.replace(".", "/")
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    try:
        resolve_name(module)
    except (ImportError, AttributeError):
        return False
    return True


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_modules_exist(page: Path) -> None:
    assert [name for code in shown(page) for name in MODULE.findall(code) if not exists(name)] == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_paths_exist(page: Path) -> None:
    paths = {path for code in shown(page) for path in PATH.findall(code)} - MADE_BY_OPERATORS
    assert [path for path in paths if not any(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_files_named_without_their_folder_exist_somewhere(page: Path) -> None:
    known = {path.name for floor in FLOORS for path in (ROOT / floor).rglob("*.*")}
    known |= {path.name for path in page.parent.glob("*.*")}
    assert [code for code in named(page) if FILE.fullmatch(code) and code not in known] == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_classes_occur_in_the_code(page: Path) -> None:
    known = {word for path in SOURCES for word in CLASS.findall(path.read_text())} | OF_OTHERS
    assert [code for code in named(page) if CLASS.fullmatch(code) and code not in known] == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_links_lead_somewhere(page: Path) -> None:
    for name, heading in LINK.findall(FENCED.sub("", page.read_text())):
        target = page.parent / name if name else page
        assert target.exists(), name
        assert not heading or heading in headings(target), heading


def test_a_name_that_went_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "See `bot/no_such_room/ask.py`, `briefings.clock.NoSuchClock` and `NoSuchClass`.\n```\n`bot/gone`\n```\n"
    )
    assert not exists("briefings.clock.NoSuchClock")
    assert exists("briefings.clock.SteadyClock")
    with pytest.raises(AssertionError):
        test_paths_exist(page)
    with pytest.raises(AssertionError):
        test_modules_exist(page)
    with pytest.raises(AssertionError):
        test_classes_occur_in_the_code(page)
