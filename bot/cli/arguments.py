"""What can be typed after `python -m bot`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from bot.cli import ask, backup, dates, load, rebuild, report, restore, run
from bot.cli.output import BAD_USAGE, complain

SCRIPT = "briefings-bot"
"""The command that an installed bot comes with."""


class OneLine(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to read more, then leave."""
        complain(f"{message}; see: {self.prog} --help")
        sys.exit(BAD_USAGE)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; leave with exit code 2 and one line when it makes no sense."""
    parser = OneLine(prog=_program(), description="A bot that knows the news its editors gave it.")
    parser.set_defaults(command=run.command, samples=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_run(commands)
    _add_load(commands)
    _add_ask(commands)
    _add_dates(commands)
    rebuilding = commands.add_parser("rebuild", help="index all published briefings anew")
    rebuilding.set_defaults(command=rebuild.command)
    reporting = commands.add_parser("report", help="what was delivered of the messages about key dates")
    reporting.add_argument("key_date", nargs="?", type=int, metavar="KEY_DATE_ID", help="one of them in detail")
    reporting.add_argument("--json", action="store_true", help="a line of JSON for each line")
    reporting.set_defaults(command=report.command)
    _add_backup(commands)
    return parser.parse_args(arguments)


def _add_run(commands: "argparse._SubParsersAction[OneLine]") -> None:
    running = commands.add_parser("run", help="run the bot (the default); without a token in local mode")
    running.add_argument("--samples", metavar="FOLDER", help="in local mode, load these briefings once")
    running.set_defaults(command=run.command)


def _add_load(commands: "argparse._SubParsersAction[OneLine]") -> None:
    loading = commands.add_parser("load", help="load articles as drafts, or publish them at once")
    loading.add_argument(
        "sources", nargs="+", metavar="PATH|URL|-", help=".txt, .md, .html, .jsonl, a link, - for stdin"
    )
    loading.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the day the articles appeared")
    loading.add_argument("--publish", action="store_true", help="show them to readers at once")
    loading.add_argument("--json", action="store_true", help="a line of JSON for each article")
    loading.set_defaults(command=load.command)


def _add_ask(commands: "argparse._SubParsersAction[OneLine]") -> None:
    asking = commands.add_parser("ask", help="ask the published briefings")
    what = asking.add_mutually_exclusive_group(required=True)
    what.add_argument("question", nargs="?", help="a question in plain words")
    what.add_argument("--batch", metavar="QUESTIONS.jsonl", help='lines of {"id", "question"}, "now"; - for stdin')
    asking.add_argument("--json", action="store_true", help="the answer as a line of JSON")
    asking.add_argument("--explain", action="store_true", help="say how the answer was found or why it was withheld")
    asking.set_defaults(command=ask.command)


def _add_dates(commands: "argparse._SubParsersAction[OneLine]") -> None:
    finding = commands.add_parser("dates", help="find the date mentions of a text")
    what = finding.add_mutually_exclusive_group(required=True)
    what.add_argument("path", nargs="?", help="a text file; - for stdin")
    what.add_argument("--batch", metavar="DOCUMENTS.jsonl", help='lines of {"id", "text", "published"}; - for stdin')
    finding.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the day the text appeared")
    finding.add_argument("--json", action="store_true", help="a line of JSON for each mention")
    finding.set_defaults(command=dates.command)


def _add_backup(commands: "argparse._SubParsersAction[OneLine]") -> None:
    backing_up = commands.add_parser("backup", help="copy the whole database to a file, also while the bot runs")
    backing_up.add_argument("file", metavar="FILE", type=Path, help="a new file, or an earlier backup to be replaced")
    backing_up.set_defaults(command=backup.command)
    restoring = commands.add_parser("restore", help="put a backup in place of the database; stop the bot first")
    restoring.add_argument("file", metavar="FILE", type=Path, help="what backup made")
    restoring.set_defaults(command=restore.command)


def _program() -> str:
    """Return what the bot is called by."""
    called = Path(sys.argv[0]).name
    return called if called == SCRIPT else "python -m bot"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2019-05-02") from None
