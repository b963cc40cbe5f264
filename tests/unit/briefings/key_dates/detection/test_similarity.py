import pytest

from briefings.key_dates.detection.similarity import cities_in, deny_each_other, kinds_in, marks, same_place


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Snap presidential election", {"president"}),
        ("Выборы в маслихат Алматы", {"council"}),
        ("Алматы мәслихатының сайлауы", {"council"}),
        ("Book fair", set()),
    ],
)
def test_kinds_are_the_same_in_every_language(name: str, kinds: set[str]) -> None:
    assert kinds_in(name) == kinds


def test_marks_are_what_sets_an_event_off() -> None:
    assert marks("Early election", "en") == frozenset()
    assert marks("First road fund hearing", "en") == marks("Road fund trial", "en") != frozenset()


def test_cities_are_told_by_name_or_place() -> None:
    assert cities_in("Выборы в маслихат Алматы", None) == cities_in("Election", "Almaty") == {"Almaty"}


@pytest.mark.parametrize(
    ("places", "same"),
    [
        (("Almaty", "Алматы"), True),
        (("Almaty", "Astana"), False),
        (("Almaty", "Kazakhstan"), None),
        (("Russia", "Kazakhstan"), False),
        (("Almaty", None), None),
    ],
)
def test_places(places: tuple[str | None, str | None], same: bool | None) -> None:
    assert same_place(("Election", "Election"), places) is same


def test_names_deny_each_other_when_each_has_its_own() -> None:
    assert deny_each_other(frozenset({"lawyer", "union"}), frozenset({"teacher", "union"}))
    assert not deny_each_other(frozenset(), frozenset({"teacher"}))
