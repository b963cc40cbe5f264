"""Backup while the bot runs, restore while it stands still: by the commands, on a bot as people run it."""

import asyncio
import stat

import pytest


async def test_a_backup_of_a_running_bot_brings_back_what_it_knew(bot, load, telegram, reader):
    await load("The country will hold a snap presidential election on June 9, the commission said on Thursday.")
    await bot.start()
    file = bot.folder / "backup.db"
    code, said = await bot.command("backup", str(file))
    assert code == 0
    assert f"{file}: a checked backup of SQLite, schema " in said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    await load("The harvest festival opens in Kostanay on 14 June, the city said on Thursday.", name="other.txt")

    code, said = await bot.command("restore", str(file))
    assert (code, said) == (2, "")
    assert bot.log.splitlines()[-1] == "the bot runs on this database: stop it first, then restore"

    await bot.stop()
    code, said = await bot.command("restore", str(file))
    assert code == 0, bot.log
    assert said.startswith(f"restored from {file}; what was there before is kept in {bot.folder}/before-restore-")
    code, said = await bot.command("ask", "when does the harvest festival open?")
    assert "do not tell" in said
    code, said = await bot.command("ask", "when is the election?")
    assert "June 9" in said
    await bot.start()


@pytest.mark.long
async def test_whatever_cannot_be_restored_is_one_clear_line(bot):
    (bot.folder / "notes.txt").write_text("mine")
    for name, complaint in (("notes.txt", "is not a backup"), ("missing.db", "No such file")):
        before = len(bot.log.splitlines())
        code, said = await bot.command("restore", name)
        assert (code, said) == (2, "")
        (line,) = bot.log.splitlines()[before:]
        assert complaint in line
    assert not (bot.folder / "bot.db").exists()


@pytest.mark.long
async def test_the_bot_makes_backups_of_its_own(bot):
    folder = bot.folder / "kept"
    await bot.start(BACKUP_DIR=str(folder))
    async with asyncio.timeout(30):
        while not list(folder.glob("briefings-*.db")):  # noqa: ASYNC110 - another process makes it
            await asyncio.sleep(0.05)
