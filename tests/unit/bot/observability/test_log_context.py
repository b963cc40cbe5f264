"""Who and which update, as hashes."""

import asyncio

import pytest

from bot.observability.log_context import Pseudonyms, Work, current, working_on


def test_nothing_is_under_way_outside() -> None:
    assert current() is None
    with working_on(1, 2):
        assert current() is not None
    assert current() is None


def test_the_same_person_has_the_same_hash_and_each_update_its_own() -> None:
    def work(person: int | None, update: int) -> Work:
        with working_on(person, update):
            found = current()
        assert found is not None
        return found

    one, two, other = work(1, 10), work(1, 11), work(2, 10)
    assert one.person == two.person != other.person
    assert one.request == other.request != two.request
    assert work(None, 10).person is None
    assert one.person != one.request


async def test_people_beside_each_other_are_not_mixed_up() -> None:
    async def work(person: int) -> Work | None:
        with working_on(person, person):
            await asyncio.sleep(0)
            return await asyncio.create_task(look())

    async def look() -> Work | None:
        return current()

    found = await asyncio.gather(*(work(person) for person in range(5)))
    assert len(set(found)) == 5


def test_another_salt_makes_other_hashes() -> None:
    one, two = Pseudonyms(), Pseudonyms()
    assert one.person(7) != two.person(7)
    two.use(b"shared")
    one.use(b"shared")
    assert one.person(7) == two.person(7)


@pytest.mark.parametrize("person_id", [0, -1_000_000_000_202, 2**63])
def test_every_id_has_a_hash(person_id: int) -> None:
    assert len(Pseudonyms().person(person_id)) == 12
