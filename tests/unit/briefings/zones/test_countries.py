from briefings.zones.city import City
from briefings.zones.countries import country_name, lies_in, regions_called, state_name

PARIS = City("Paris", "FR", "Europe/Paris", 2_000_000, "11")
DALLAS = City("Dallas", "US", "America/Chicago", 1_300_000, "TX")


def test_countries_are_known_in_three_languages() -> None:
    assert regions_called("france") == regions_called("франция") == {("FR", "")}


def test_two_letters_may_be_a_country_and_a_state() -> None:
    assert regions_called("ca") == {("CA", ""), ("US", "CA")}


def test_a_city_lies_in_its_country_and_state() -> None:
    assert lies_in(DALLAS, regions_called("usa"))
    assert lies_in(DALLAS, regions_called("texas"))
    assert not lies_in(PARIS, regions_called("texas"))


def test_names_for_people() -> None:
    assert country_name("KZ", "ru") == "Казахстан"
    assert (state_name(DALLAS), state_name(PARIS)) == ("Texas", "")
