"""Settings: sensible defaults, and one clear line for whatever makes no sense."""

import re
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import Settings, SettingsError, read_settings

EXAMPLE = Path(__file__).parents[3] / ".env.example"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def read(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return read_settings(env_file=None)


def test_nothing_set_means_local_mode_with_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch)
    assert settings.is_local
    assert settings.database == "sqlite+aiosqlite:///data/bot.db"
    assert settings.bot_api_url == "https://api.telegram.org"
    assert [lead.days for lead in settings.reminder_leads] == [7, 1, 0]
    assert settings.reminder_time == time(9, 0)
    assert (settings.default_language, settings.default_timezone, settings.stale_days) == ("en", "UTC", 30)


def test_an_empty_value_means_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, SEND_RATE="", CLOCK=" ", OWNER_IDS="", BOT_TOKEN="", DEFAULT_TIMEZONE="")
    assert settings.send_rate == 25
    assert settings.clock is None
    assert settings.owner_ids == frozenset()
    assert settings.default_timezone == "UTC"


def test_the_example_file_is_accepted_and_names_every_setting() -> None:
    settings = read_settings(env_file=EXAMPLE)
    assert settings.is_local
    named = {line.partition("=")[0] for line in EXAMPLE.read_text().splitlines() if not line.startswith("#") and line}
    assert named == {name.upper() for name in Settings.model_fields}


def test_everything_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(
        monkeypatch,
        BOT_TOKEN="123456:ABC-def_ghi",
        OWNER_IDS="7000000001, 42",
        DATABASE_URL="postgresql+asyncpg://bot@localhost/news",
        DEFAULT_LANGUAGE="KK",
        DEFAULT_TIMEZONE="Asia/Almaty",
        REMINDER_LEADS="3d, 2h",
        REMINDER_TIME="07:30",
        CLOCK="2019-05-03T09:00:00+05:00",
        CLOCK_SPEED="3600",
        LOG_LEVEL="debug",
    )
    assert not settings.is_local
    assert settings.owner_ids == {7000000001, 42}
    assert settings.default_language == "kk"
    assert settings.reminder_time == time(7, 30)
    assert settings.clock == datetime(2019, 5, 3, 4, 0, tzinfo=UTC)
    assert settings.clock_speed == 3600
    assert settings.log_level == "DEBUG"


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("BOT_TOKEN", "nonsense", "token"),
        ("BOT_API_URL", "not an address", "BOT_API_URL"),
        ("OWNER_IDS", "alice", "OWNER_IDS"),
        ("DATABASE_URL", "mysql://x", "postgresql+asyncpg"),
        ("DEFAULT_TIMEZONE", "Mars/Olympus", "Asia/Almaty"),
        ("DEFAULT_TIMEZONE", "+05:00", "Asia/Almaty"),
        ("DEFAULT_LANGUAGE", "fr", "DEFAULT_LANGUAGE"),
        ("REMINDER_LEADS", "soon", "7d,1d,0d"),
        ("REMINDER_TIME", "nine", "REMINDER_TIME"),
        ("STALE_DAYS", "0", "STALE_DAYS"),
        ("LISTEN", "8080", "127.0.0.1:8080"),
        ("SEND_RATE", "-1", "SEND_RATE"),
        ("PAID_SEND_RATE", "1001", "PAID_SEND_RATE"),
        ("PAID_SEND_RATE", "0", "PAID_SEND_RATE"),
        ("PAID_SEND_RATE", "30", "above 30"),
        ("CLOCK", "yesterday", "CLOCK"),
        ("CLOCK_SPEED", "0", "CLOCK_SPEED"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT"),
        ("METRICS_LISTEN", "9090", "127.0.0.1:8080"),
        ("BACKUP_EVERY", "soon", "1d or 12h"),
        ("BACKUP_EVERY", "0d", "1d or 12h"),
        ("BACKUP_EVERY", "1d,2d", "1d or 12h"),
        ("BACKUP_KEEP", "0", "BACKUP_KEEP"),
        ("MODELS", "/no/such/folder", "encoder.onnx"),
        ("WEBHOOK_URL", "https://bot.example.org/telegram", "LISTEN"),
    ],
)
def test_nonsense_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, complaint: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        read(monkeypatch, **{name: value})
    assert complaint in str(refused.value)
    assert "\n" not in str(refused.value)


def test_backups_are_made_daily_and_a_week_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch)
    assert (settings.backup_dir, settings.backup_every, settings.backup_keep) == (None, timedelta(days=1), 7)
    assert read(monkeypatch, BACKUP_EVERY="12H").backup_every == timedelta(hours=12)


def test_operators_have_an_address_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="METRICS_LISTEN is an address of its own"):
        read(monkeypatch, LISTEN="127.0.0.1:8080", METRICS_LISTEN="127.0.0.1:8080")
    assert "s3cret" not in repr(read(monkeypatch, METRICS_LISTEN="127.0.0.1:9090", METRICS_TOKEN="s3cret"))


def test_nothing_is_paid_for_unless_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, SEND_RATE="20").ledger_rate == 20
    assert read(monkeypatch, PAID_SEND_RATE=" ").paid_send_rate is None
    assert read(monkeypatch, PAID_SEND_RATE="500").ledger_rate == 500
    with pytest.raises(SettingsError, match="above SEND_RATE"):
        read(monkeypatch, SEND_RATE="600")


def test_an_unknown_setting_in_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("BOT_TOKN=123456:ABC-def\n")
    with pytest.raises(SettingsError, match=r"BOT_TOKN: is not a setting; \.env\.example lists all there are"):
        read_settings(env_file=path)


def test_a_wrong_token_is_not_repeated_in_the_complaint(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as refused:
        read(monkeypatch, BOT_TOKEN="my-secret-but-malformed")
    assert "my-secret" not in str(refused.value)


def test_settings_cannot_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="frozen"):
        read(monkeypatch).stale_days = 3


SECRET_FIELDS = {name for name, field in Settings.model_fields.items() if field.annotation is SecretStr}
SECRETS = {name.upper(): f"hunter-{name}" for name in SECRET_FIELDS} | {
    "BOT_TOKEN": "123456:hunter-token",
    "DATABASE_URL": "postgresql+asyncpg://bot:hunter%2Fbase@host/bot",
}


def test_what_is_named_like_a_secret_is_one() -> None:
    named = {name for name in Settings.model_fields if re.search(r"secret|token|key|password|database_url", name)}
    assert named <= SECRET_FIELDS


def test_no_secret_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, **SECRETS)
    for shown in (repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json()):
        assert "hunter" not in shown


def test_logs_know_every_secret_to_blot_out(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {value for name, value in SECRETS.items() if name != "DATABASE_URL"} | {"hunter/base"}
    assert read(monkeypatch, **SECRETS).secrets() == known
    for name in SECRETS:
        monkeypatch.delenv(name)
    assert read(monkeypatch).secrets() == frozenset()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://bot:hunter@host/bot"),
        ("DATABASE_URL", "postgresql+asyncpg://bot:hunter@host:port/bot"),
        ("DATABASE_URL", "postgresql+asyncpg:bot:hunter"),
        ("WEBHOOK_URL", "https://bot:hunter@bot.example.org/"),
        ("BOT_API_URL", "https://bot:hunter@[/"),
        ("LLM_API_KEY", "hunter"),
    ],
)
def test_no_complaint_repeats_what_was_set(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read(monkeypatch, **{name: value, "SEND_RATE": "fast" if name == "LLM_API_KEY" else "25"})
    with pytest.raises(ValidationError) as invalid:
        Settings(_env_file=None, **{name.lower(): value}, send_rate="fast")
    assert "hunter" not in str(refused.value) + str(invalid.value) + repr(invalid.value)


def test_reminder_leads_are_longest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, REMINDER_LEADS="0d,7d,1d")
    assert settings.reminder_leads == read_settings(env_file=EXAMPLE).reminder_leads
    assert timedelta(days=7) > timedelta(0)
