"""The command line: results on stdout, one clear line on stderr, exit code 2 when something is wrong."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import Settings

ARTICLE = (
    "The country will hold a snap presidential election on June 9, the electoral commission said on Thursday. "
    "Eleven candidates have asked to be registered. Police detained about forty people at a rally in Almaty on May 1."
)
Run = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLOCK", "2019-05-03T09:00:00+05:00")
    (tmp_path / "article.txt").write_text(ARTICLE)

    def command(*arguments: str) -> tuple[int, list[str], str]:
        try:
            code = main(arguments)
        except SystemExit as left:
            code = int(left.code or 0)
        told = capfd.readouterr()
        return code, told.out.splitlines(), told.err

    return command


def test_the_data_folder_and_tables_are_made_by_the_first_command(run: Run, tmp_path: Path) -> None:
    code, lines, _ = run("load", "article.txt", "--published", "2019-05-02", "--publish", "--json")
    (line,) = map(json.loads, lines)
    assert code == 0
    assert (tmp_path / "data" / "bot.db").exists()
    assert (line["status"], line["published"], line["language"], line["warnings"]) == (
        "published",
        "2019-05-02",
        "en",
        [],
    )
    vote = next(told for told in line["key_dates"] if told["value"] == "2019-06-09")
    assert vote["precision"] == "day"
    assert vote["quote"] in ARTICLE


@pytest.mark.parametrize("publish", [(), ("--publish",)])
def test_dates_that_are_only_offered_are_told_apart(run: Run, tmp_path: Path, publish: tuple[str, ...]) -> None:
    sentences = ["The summit will open on June 14.", "The court may open the file on June 20."]
    (tmp_path / "two.txt").write_text("Two days\n\n" + " ".join(sentences))
    code, lines, _ = run("load", "two.txt", "--published", "2019-05-02", *publish, "--json")
    line = json.loads(lines[0])
    assert code == 0
    assert [told["value"] for told in line["key_dates"]] == ["2019-06-14"]
    assert [(told["value"], told["precision"], told["quote"]) for told in line["other_dates"]] == [
        ("2019-06-20", "day", sentences[1])
    ]
    assert line["other_dates"][0]["name"]


def test_asking_gives_the_contracts_json(run: Run) -> None:
    run("load", "article.txt", "--published", "2019-05-02", "--publish")
    code, lines, _ = run("ask", "when is the election?", "--json")
    answer = json.loads(lines[0])
    assert code == 0
    assert answer["answered"] is True
    first = answer["findings"][0]
    assert first["quote"] in ARTICLE
    assert first["text"] in first["quote"]
    assert first["date"] == {"value": "2019-06-09", "first": "2019-06-09", "last": "2019-06-09", "precision": "day"}
    assert 0 <= first["score"] <= 1
    assert set(first["briefing"]) == {"id", "title", "source", "url", "published"}
    assert "Sunday, 9 June 2019" in answer["reply"]
    assert "in 37 days" in answer["reply"]
    assert "<" not in answer["reply"]


def test_a_batch_is_answered_a_line_each_and_a_bad_line_spoils_only_itself(run: Run, tmp_path: Path) -> None:
    run("load", "article.txt", "--published", "2019-05-02", "--publish")
    lines = ['{"id": 1, "question": "who was detained?"}', "nonsense", '{"id": "b", "question": "😀"}']
    (tmp_path / "questions.jsonl").write_text("\n".join(lines))
    code, out, err = run("ask", "--batch", "questions.jsonl")
    answers = list(map(json.loads, out))
    assert code == 2
    assert [(one["id"], one["answered"]) for one in answers] == [(1, True), ("b", False)]
    assert "line 2" in err


def test_each_line_of_a_batch_may_say_when_it_is_asked(run: Run, tmp_path: Path) -> None:
    run("load", "article.txt", "--published", "2019-05-02", "--publish")
    question = "how many days until the election?"
    instants = ["2019-06-02T03:00:00+05:00", "2019-06-02T06:00:00+05:00", "2019-06-01T09:00:00"]
    lines = [json.dumps({"id": one, "question": question, "now": one}) for one in instants]
    (tmp_path / "questions.jsonl").write_text("\n".join(lines))
    code, out, err = run("ask", "--batch", "questions.jsonl")
    replies = [json.loads(line)["reply"] for line in out]
    assert code == 2
    assert ["8 days" in replies[0], "7 days" in replies[1]] == [True, True]  # it is still June 1 in UTC, then June 2
    assert 'line 3: "now" is no instant' in err


def test_dates_are_found_without_storing_anything(run: Run) -> None:
    code, lines, _ = run("dates", "article.txt", "--published", "2019-05-02", "--json")
    found = list(map(json.loads, lines))
    assert code == 0
    assert {"start": ARTICLE.index("June 9"), "end": ARTICLE.index("June 9") + 6, "text": "June 9", "type": "DATE",
            "value": "2019-06-09"} in found  # fmt: skip


def test_dates_of_a_batch(run: Run, tmp_path: Path) -> None:
    documents = [{"id": "x", "text": "See you on June 9.", "published": "2019-05-02"}, {"id": "y", "text": ""}]
    (tmp_path / "documents.jsonl").write_text("\n".join(map(json.dumps, documents)))
    code, lines, _ = run("dates", "--batch", "documents.jsonl")
    assert code == 0
    assert [json.loads(line)["id"] for line in lines] == ["x", "y"]
    assert json.loads(lines[0])["mentions"][0]["value"] == "2019-06-09"


def test_many_briefings_in_one_file_and_the_bad_ones_store_nothing(run: Run, tmp_path: Path) -> None:
    records = [
        {"title": "One", "text": "The harvest festival opens in Kostanay on Friday.", "published": "2019-05-02"},
        {"title": "Two", "text": "The harvest festival closes in Kostanay soon.", "published": "soon"},
        {"title": "Three"},
        {"title": "One again", "text": "The harvest festival opens in Kostanay on Friday."},
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, records)))
    code, lines, err = run("load", "many.jsonl", "--publish", "--json")
    assert code == 2
    assert [json.loads(line)["status"] for line in lines] == ["published", "refused", "refused", "duplicate"]
    assert "line 2" in err
    assert "line 3" in err
    assert sqlite3.connect(tmp_path / "data" / "bot.db").execute("SELECT count(*) FROM briefings").fetchone() == (1,)


def test_undated_and_published_comes_with_a_warning(run: Run) -> None:
    code, lines, _ = run("load", "article.txt", "--publish", "--json")
    line = json.loads(lines[0])
    assert (code, line["published"], line["status"], line["key_dates"]) == (0, None, "published", [])
    assert line["warnings"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("load", "missing.txt"), "missing.txt"),
        (("load", "article.txt", "--published", "soon"), "2019-05-02"),
        (("load", "article.txt", "--published", "2031-01-01"), "future"),
        (("load",), "PATH"),
        (("ask",), "question"),
        (("dates", "missing.txt"), "missing.txt"),
        (("sing",), "sing"),
        (("report", "77"), "77"),
    ],
)
def test_bad_usage_is_one_clear_line(run: Run, arguments: tuple[str, ...], complaint: str) -> None:
    code, lines, err = run(*arguments)
    assert code == 2
    assert lines == []
    assert complaint in err
    assert len(err.strip().splitlines()) == 1


def test_a_setting_that_makes_no_sense_stops_everything(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEFAULT_TIMEZONE", "Mars/Olympus")
    code, lines, err = run("ask", "when?")
    assert (code, lines) == (2, [])
    assert err.startswith("DEFAULT_TIMEZONE: ")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "url",
    ["postgresql+asyncpg://nobody@127.0.0.1:9/none", "sqlite+aiosqlite:////proc/no/such/place.db"],
)
def test_a_database_that_cannot_be_used_is_one_clear_line(run: Run, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    code, lines, err = run("ask", "when?")
    assert (code, lines) == (2, [])
    assert err.startswith("DATABASE_URL: ")
    assert len(err.splitlines()) == 1


def test_missing_models_are_one_clear_line(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    run("load", "article.txt", "--published", "2019-05-02", "--publish")
    monkeypatch.setenv("MODELS", str(tmp_path))
    code, lines, err = run("ask", "when is the election?")
    assert (code, lines) == (2, [])
    assert "missing" in err
    assert len(err.splitlines()) == 1


def test_an_empty_store_makes_no_answer_up(run: Run) -> None:
    code, lines, _ = run("ask", "when is the election?")
    assert code == 0
    assert "do not tell" in lines[0]


def test_the_index_can_be_rebuilt(run: Run) -> None:
    run("load", "article.txt", "--published", "2019-05-02", "--publish")
    before = run("ask", "when is the election?", "--json")[1]
    assert run("rebuild")[1] == ["1 briefings indexed"]
    after = run("ask", "when is the election?", "--json")[1]
    assert json.loads(before[0])["findings"] == json.loads(after[0])["findings"]


def test_how_sure_an_answer_must_be_can_be_set(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("load", "article.txt", "--published", "2019-05-02", "--publish")
    monkeypatch.setenv("ANSWER_THRESHOLD", "1")
    assert json.loads(run("ask", "who was detained?", "--json")[1][0])["answered"] is False
    monkeypatch.setenv("ANSWER_THRESHOLD", "")
    assert json.loads(run("ask", "who was detained?", "--json")[1][0])["answered"] is True


def test_a_database_that_another_program_holds_is_one_clear_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("load", "article.txt", "--published", "2019-05-02")
    monkeypatch.setattr("db.database.PRAGMAS", ("journal_mode=WAL", "busy_timeout=100"))
    (tmp_path / "other.txt").write_text(ARTICLE.replace("June 9", "June 10"))
    with closing(sqlite3.connect(tmp_path / "data" / "bot.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, lines, complaints = run("load", "other.txt", "--published", "2019-05-02")
    assert (code, lines) == (2, [])
    assert complaints.splitlines() == [
        "the database cannot be used just now (OperationalError: database is locked): try again in a moment"
    ]
