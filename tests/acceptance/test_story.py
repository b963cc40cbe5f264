"""The whole story, from an article to the last reminder, through three sudden deaths of the process."""

import pytest

ARTICLE = """Snap presidential election called

The country will hold a snap presidential election on June 9, the electoral commission said on Thursday.
The vote was called after the president stepped down in March.
Police detained about forty people at a rally in Almaty on May 1.
Two students, Dana Akhmetova and Ilyas Serik, were arrested on April 21 for unfurling a banner at a marathon.
Observers from abroad will be allowed to watch the count in all polling stations.
"""


@pytest.mark.long
async def test_from_loading_to_the_last_reminder(bot, telegram, owner, reader) -> None:
    await bot.start()

    await owner.sends_file("article.txt", ARTICLE.encode(), caption="/load")
    asked = await owner.hears("2019-05-02")
    await owner.says("2 May 2019")
    draft = await owner.hears("9 June 2019")
    assert len([label for label in draft.buttons if "Publish" in label]) == 1
    assert asked.id <= draft.id
    await owner.presses(draft, "Publish")

    await reader.says("when is the election?")
    answer = await reader.hears("Sunday, 9 June 2019")
    assert "in 37 days" in answer.text
    assert any("snap presidential election on June 9" in quote for quote in answer.quotes)
    assert "2 May 2019" in answer.text

    await reader.says("who was detained?")
    people = await reader.hears("forty people")
    assert "Dana Akhmetova" in people.text

    await reader.says("who was detained in Moscow?")
    await reader.hears("do not tell")
    await reader.says("when is the parliamentary election?")
    await reader.hears("do not tell")

    await reader.presses(answer, "Remind")
    await reader.hears("remind")
    heard = len(reader.messages)
    await bot.rests()
    await bot.kill()

    for clock, distance in (
        ("2019-06-02T08:59:58+06:00", "in 7 days"),
        ("2019-06-08T08:59:58+06:00", "tomorrow"),
        ("2019-06-09T08:59:58+06:00", "today"),
    ):
        await bot.start(CLOCK=clock)
        reminder = await reader.hears(distance)
        assert "9 June 2019" in reminder.text
        assert "snap presidential election" in reminder.text.lower()
        heard += 1
        assert len(reader.messages) == heard
        await bot.kill()

    await bot.start(CLOCK="2019-06-09T09:10:00+06:00")
    await reader.says("when is the election?")
    await reader.hears("9 June 2019")
    assert len(reader.messages) == heard + 2
