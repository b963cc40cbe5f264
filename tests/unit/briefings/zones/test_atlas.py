from briefings.zones.atlas import Atlas
from briefings.zones.city import City, fold

OSH, OSLO, OMSK = (City(name, "", "UTC", people) for name, people in (("Osh", 1), ("Oslo", 2), ("Omsk", 3)))
ATLAS = Atlas([(OSH, {"osh", "ош"}), (OSLO, {"oslo", "осло"}), (OMSK, {"omsk", "омск"})])


def test_a_name_is_the_whole_of_it() -> None:
    assert ATLAS.named("osh") == {OSH}
    assert ATLAS.named("os") == set()


def test_a_beginning_finds_all_that_begin_like_it() -> None:
    assert ATLAS.beginning("os") == {OSH, OSLO}
    assert ATLAS.beginning("ос") == {OSLO}


def test_slips_are_counted_for_the_nearest_name() -> None:
    assert ATLAS.like("oslu", 1) == {OSLO: 1}
    assert ATLAS.like("oslk", 2) == {OSLO: 1, OMSK: 2, OSH: 2}
    assert ATLAS.like("qqqqqq", 2) == {}


def test_one_spelling_for_all() -> None:
    assert fold("Нью-Йорк") == "нью иорк"
    assert fold("Қарағанды") == fold("Караганды")
    assert fold("São  Paulo") == "sao paulo"
