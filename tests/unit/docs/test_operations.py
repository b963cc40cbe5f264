"""The operator's guide says what is so: its table of settings, its links, and the metrics and headings it names."""

import re
import runpy
from pathlib import Path

import pytest
import yaml
from prometheus_client import generate_latest

from bot.observability.metrics import Metrics
from bot.runtime.gauges import Disks
from bot.settings import Settings
from briefings.editorial.usage import Figures

ROOT = Path(__file__).parents[3]
GUIDE = ROOT / "docs" / "operations"
ALERTS = ROOT / "deploy" / "prometheus" / "alerts.yml"
LINK = re.compile(r"\]\((?!http)([\w./-]+)?(?:#([\w-]+))?\)")
METRIC = re.compile(r"\bbriefings_\w+")
FROM_THE_DATABASE = {"briefings_check", "briefings_outage", "briefings_ledger", "briefings_ledger_lag_seconds"}
PAGES = sorted(GUIDE.glob("*.md"), key=lambda path: path.name)


@pytest.fixture
def known(tmp_path: Path) -> set[str]:
    """Every name that a scrape may hold."""
    metrics = Metrics()
    metrics.registry.register(Disks({"data": tmp_path}))
    scraped = set(re.findall(r"^(briefings_\w+)", generate_latest(metrics.registry).decode(), re.MULTILINE))
    kinds = set(re.findall(r"^# TYPE (briefings_\w+)", generate_latest(metrics.registry).decode(), re.MULTILINE))
    return scraped | kinds | FROM_THE_DATABASE | {f"briefings_{name}" for name in Figures.__slots__}


def headings(path: Path) -> set[str]:
    """Return the anchors of a page, as GitHub makes them."""
    lines = [line.lstrip("#").strip().lower() for line in path.read_text().splitlines() if line.startswith("#")]
    return {re.sub(r"[^\w -]", "", line).replace(" ", "-") for line in lines}


def test_the_table_of_settings_is_up_to_date() -> None:
    made = runpy.run_path(str(GUIDE / "make_settings.py"))["table"]()
    assert (GUIDE / "settings.md").read_text() == made, "run: make docs"


def test_the_table_names_every_setting_once() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", (GUIDE / "settings.md").read_text(), re.MULTILINE)
    assert sorted(rows) == sorted(name.upper() for name in Settings.model_fields)


def test_the_table_says_defaults_and_limits_and_shows_no_tag() -> None:
    table = (GUIDE / "settings.md").read_text()
    assert "| `REMINDER_LEADS` | `7d,1d,0d` |" in table
    assert "| `BACKUP_EVERY` | `1d` |" in table
    assert "| `STALE_DAYS` | `30` | at least 1 and at most 3,650 |" in table
    assert "| `LOG_FORMAT` | `text` | `text`, `json` |" in table
    assert re.search(r"^\| .*<", table, re.MULTILINE) is None


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for name, heading in LINK.findall(page.read_text()):
        target = (GUIDE / name).resolve() if name else page
        assert target.exists(), name
        assert not heading or heading in headings(target), heading


def test_every_page_is_in_the_table_of_contents() -> None:
    linked = {name for name, _ in LINK.findall((GUIDE / "README.md").read_text())}
    assert {page.name for page in PAGES} - {"README.md"} <= linked


def test_every_alert_leads_to_what_to_do() -> None:
    rules = [rule for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]]
    assert rules
    for rule in rules:
        page, _, heading = rule["annotations"]["runbook"].partition("#")
        assert heading in headings(GUIDE / page), rule["alert"]
        assert rule["labels"]["severity"] in {"critical", "warning"}


def test_alerts_and_guide_name_metrics_that_there_are(known: set[str]) -> None:
    expressions = [rule["expr"] for group in yaml.safe_load(ALERTS.read_text())["groups"] for rule in group["rules"]]
    named = set(METRIC.findall(" ".join(expressions)))
    assert named
    assert sorted(named - known) == []
    assert sorted(set(METRIC.findall((GUIDE / "monitoring.md").read_text())) - known) == []
