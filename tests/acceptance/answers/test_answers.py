"""Sixty questions over a briefing: what it tells is found, what it does not tell is not answered."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from briefings.answers import Answer, Answers
from briefings.editorial.drafts import Drafts
from briefings.editorial.publishing import Publisher
from briefings.intake.article_reading import from_text
from briefings.models import Models

HERE = Path(__file__).parent
PUBLISHED = date(2019, 5, 2)
RIGHT = 0.85
SILENT_ON_TOPIC = 0.75
SILENT = 0.85


class NobodyFollows:
    async def date_added(self, session: AsyncSession, key_date_id: int) -> None: ...

    async def date_changed(self, session: AsyncSession, key_date_id: int) -> None: ...

    async def date_gone(self, session: AsyncSession, key_date_id: int) -> None: ...


@pytest.fixture
async def answers(database, clock) -> Answers:
    models = Models()
    drafts = Drafts(database, clock, "Asia/Almaty")
    draft = await drafts.load(from_text((HERE / "briefing.txt").read_text(encoding="utf-8")), by=1)
    await drafts.redate(draft.briefing.id, PUBLISHED, by=1)
    await Publisher(database, clock, drafts, models, NobodyFollows()).publish(draft.briefing.id, by=1)
    return Answers(database, clock, models)


def questions() -> list[dict[str, Any]]:
    lines = (HERE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def holds(answer: Answer, facts: list[str]) -> bool:
    return all(any(fact in finding.quote for finding in answer.findings) for fact in facts)


async def test_sixty_questions(answers: Answers) -> None:
    asked = questions()
    told = [(one, await answers.ask(one["question"], zone="Asia/Almaty")) for one in asked]
    wrong = [one["question"] for one, answer in told if one["facts"] and not holds(answer, one["facts"])]
    spoken = [one for one, answer in told if not one["facts"] and answer.findings]
    answerable = sum(bool(one["facts"]) for one in asked)
    assert (answerable, len(asked)) == (40, 60)
    assert len(wrong) <= (1 - RIGHT) * answerable, wrong
    assert len(spoken) <= (1 - SILENT) * (len(asked) - answerable), spoken
    on_topic = [one["question"] for one in spoken if one["on_topic"]]
    assert len(on_topic) <= (1 - SILENT_ON_TOPIC) * sum(one.get("on_topic", False) for one in asked), on_topic
