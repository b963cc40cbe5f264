"""One frozen, typed Settings, read once from the environment and `.env`."""

import re
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import available_timezones

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from briefings.model.leads import Leads, parse_leads
from briefings.text import LANGUAGES, Language
from db.database import parse_url, passwords

TELEGRAM_API = "https://api.telegram.org"
LOCAL_DATABASE = "sqlite+aiosqlite:///data/local.db"
DATABASE = "sqlite+aiosqlite:///data/bot.db"
TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{4,100}")
UNKNOWN = "is not a setting; .env.example lists all there are"
FREE_RATE = 30
"""Messages a second that Telegram takes without payment (https://core.telegram.org/bots/faq)."""
SPAN = re.compile(r"([1-9]\d{0,2})\s*([dh])")
SPAN_UNITS = {"d": "days", "h": "hours"}
DATABASE_DRIVERS = ("sqlite+aiosqlite:", "postgresql+asyncpg:")


class SettingsError(Exception):
    """A setting makes no sense; the message is one line for the person who set it."""


class Settings(BaseSettings):
    """Everything that can be set from outside; `.env.example` explains each."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="forbid", frozen=True, hide_input_in_errors=True
    )

    bot_token: SecretStr = SecretStr("")
    bot_api_url: str = TELEGRAM_API
    owner_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    database_url: SecretStr = SecretStr("")
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    listen: str = ""
    metrics_listen: str = ""
    metrics_token: SecretStr = SecretStr("")
    default_language: Language = LANGUAGES[0]
    default_timezone: str = "UTC"
    reminder_leads: Annotated[Leads, NoDecode] = (timedelta(days=7), timedelta(days=1), timedelta(0))
    reminder_time: time = time(9, 0)
    stale_days: int = Field(30, ge=1, le=3650)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    send_rate: float = Field(25, gt=0, le=10_000)
    paid_send_rate: float | None = Field(None, gt=0, le=1000)
    stop_seconds: float = Field(20, ge=1, le=600)
    backup_dir: Path | None = None
    backup_every: timedelta = timedelta(days=1)
    backup_keep: int = Field(7, ge=1, le=1000)
    models: Path | None = None
    answer_threshold: float | None = Field(None, ge=0, le=1)
    llm_base_url: str = ""
    llm_model: str = ""
    llm_api_key: SecretStr = SecretStr("")
    clock: datetime | None = None
    clock_speed: float = Field(1.0, gt=0, le=1_000_000)

    @property
    def is_local(self) -> bool:
        """Whether the bot runs against its own local Telegram, for want of a token."""
        return not self.bot_token.get_secret_value()

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_default(cls, value: Any, info: Any) -> Any:
        if isinstance(value, str):
            value = value.strip()
        if value == "" and info.field_name is not None:
            return cls.model_fields[info.field_name].default
        return value

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_form(cls, token: SecretStr) -> SecretStr:
        if token.get_secret_value() and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("is not a token as BotFather gives it, like 123456:ABC-def; leave it empty for local mode")
        return token

    @field_validator("bot_api_url", "webhook_url", "llm_base_url")
    @classmethod
    def _is_a_web_address(cls, url: str) -> str:
        if url and HttpUrl(url).password is not None:
            raise ValueError("holds a password, which addresses do not keep to themselves")
        return url.rstrip("/")

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = value.replace(",", " ").split()
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("takes Telegram user ids, numbers with commas between: 123456789,987654321")
        return frozenset(int(part) for part in parts)

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, url: SecretStr) -> SecretStr:
        address = url.get_secret_value()
        if address and not address.startswith(DATABASE_DRIVERS):
            raise ValueError("starts with sqlite+aiosqlite:/// or postgresql+asyncpg://")
        parse_url(address or DATABASE)
        return url

    @field_validator("listen", "metrics_listen")
    @classmethod
    def _is_host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value and not (host and port.isdigit() and int(port) < 65_536):
            raise ValueError("is an address with a port, like 127.0.0.1:8080")
        return value

    @field_validator("default_language", "log_level", "log_format", mode="before")
    @classmethod
    def _any_case(cls, value: Any, info: Any) -> Any:
        return value.upper() if info.field_name == "log_level" else str(value).lower()

    @field_validator("default_language")
    @classmethod
    def _language_is_spoken(cls, code: str) -> str:
        if code not in LANGUAGES:
            raise ValueError(f"{code!r} is none of the languages {', '.join(LANGUAGES)}")
        return code

    @field_validator("default_timezone")
    @classmethod
    def _zone_is_known(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError(f"{name!r} is not a time zone; use a name like Asia/Almaty")
        return name

    @field_validator("reminder_leads", mode="before")
    @classmethod
    def _read_leads(cls, value: Any) -> Any:
        return parse_leads(value) if isinstance(value, str) else value

    @field_validator("backup_every", mode="before")
    @classmethod
    def _read_span(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if (match := SPAN.fullmatch(value.lower())) is None:
            raise ValueError("takes one number of days or hours, like 1d or 12h")
        return timedelta(**{SPAN_UNITS[match[2]]: int(match[1])})

    @field_validator("models")
    @classmethod
    def _folder_is_there(cls, folder: Path | None) -> Path | None:
        if folder is not None and not folder.is_dir():
            raise ValueError(f"{folder} is not a folder with encoder.onnx, reader.onnx and tokenizer.json")
        return folder

    @field_validator("clock")
    @classmethod
    def _instant_has_an_offset(cls, value: datetime | None) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value

    @model_validator(mode="after")
    def _webhook_needs_an_address(self) -> Self:
        if self.webhook_url and not self.listen:
            raise ValueError("WEBHOOK_URL needs LISTEN, the address to take Telegram's calls at")
        if self.webhook_url and not self.webhook_secret.get_secret_value():
            raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET, so that nobody else can post updates")
        return self

    @model_validator(mode="after")
    def _operators_have_an_address_of_their_own(self) -> Self:
        if self.metrics_listen and self.metrics_listen == self.listen:
            raise ValueError("METRICS_LISTEN is an address of its own; to use the one of LISTEN, set METRICS_TOKEN")
        return self

    @model_validator(mode="after")
    def _what_is_paid_for_is_faster(self) -> Self:
        if self.paid_send_rate is not None and self.paid_send_rate <= max(self.send_rate, FREE_RATE):
            raise ValueError(
                f"PAID_SEND_RATE is above SEND_RATE and above {FREE_RATE}, which cost nothing; empty, nothing is paid"
            )
        return self

    @property
    def ledger_rate(self) -> float:
        """Messages a second that the ledger may send, paid for or not."""
        return self.paid_send_rate or self.send_rate

    @property
    def database(self) -> str:
        """The database's address, with its password: what was set, or SQLite in the data folder."""
        return self.database_url.get_secret_value() or DATABASE

    def secrets(self) -> frozenset[str]:
        """Return what must never be shown: every secret that is set, and the passwords in the database's address."""
        set_ones = (getattr(self, name) for name in type(self).model_fields)
        secrets = {one.get_secret_value() for one in set_ones if isinstance(one, SecretStr)}
        return frozenset((secrets - {self.database_url.get_secret_value(), ""}) | passwords(self.database))


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings once; raise `SettingsError` with one clear line when one makes no sense."""
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings' own argument
    except ValidationError as error:
        raise SettingsError(_one_line(error)) from None


def _one_line(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = str(first["loc"][0]).upper() if first["loc"] else ""
    reason = UNKNOWN if first["type"] == "extra_forbidden" else first["msg"].removeprefix("Value error, ")
    return f"{name}: {reason}" if name else reason
