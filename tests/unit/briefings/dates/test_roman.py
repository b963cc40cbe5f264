from briefings.dates.roman import ROMAN


def test_latin_and_cyrillic_letters() -> None:
    assert [ROMAN[spelling] for spelling in ("iv", "ix", "xx", "хх", "ххi", "хіх", "xxii")] == [
        4,
        9,
        20,
        20,
        21,
        19,
        22,
    ]
