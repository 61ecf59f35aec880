"""Each state has its name in the three languages in which people work."""

from collections.abc import Iterator

import yaml

from muvofiq.standards.load import load_catalogue
from muvofiq.standards.practice_shelf import shipped_practices
from muvofiq.standards.state import languages_of_law, state_codes, state_name
from muvofiq.standards.state_register import load_registers
from muvofiq.tables import table
from tests.paths import ROOT

LIBRARY = ROOT / "muvofiq" / "library"


def test_every_state_is_named_in_three_languages_once() -> None:
    rows = table("states.csv")
    assert len({row["code"] for row in rows}) == len(rows) == len(state_codes())
    assert all(len(row["code"]) == 2 and row["code"].isupper() for row in rows)
    for language in ("en", "ru", "tg"):
        names = [row[language] for row in rows]
        assert all(names)
        assert len(set(names)) == len(names)


def test_the_union_the_states_of_the_programme_and_their_neighbours_are_known() -> None:
    assert {"EU", "LV", "PT", "LT", "PL", "EE", "DE", "TJ", "KG", "UZ", "KZ", "TM", "AF", "CN"} <= {*state_codes()}


def test_every_member_of_the_united_nations_can_be_named() -> None:
    assert len(state_codes()) >= 193 + len({"EU", "PS", "VA"})
    assert {"AR", "AU", "BR", "EG", "ID", "KE", "MX", "NG", "NZ", "PH", "ZA"} <= {*state_codes()}


def test_the_languages_of_the_law_are_known_of_named_states_and_english_is_among_them() -> None:
    states = {row["state"] for row in table("languages/written-in.csv")}
    assert {"TJ", "KZ", "UZ", "KG", "TM"} <= states <= {*state_codes()}
    assert all("en" in languages_of_law(one) for one in states)
    assert languages_of_law("KZ") == ("kk", "ru", "en")
    assert languages_of_law("QZ") == ()


def test_every_state_of_which_the_library_speaks_has_a_name() -> None:
    catalogue = load_catalogue()
    instruments = catalogue.instruments.values()
    parties = {state for one in instruments for state in (*one.participation, *one.states_covered)}
    practices = {one.state for one in shipped_practices()} | {row["state"] for row in table("practice/regions.csv")}
    registers = set(load_registers([one.id for one in catalogue.requirements]))
    missions = (yaml.safe_load(path.read_text("utf-8")) for path in (LIBRARY / "missions").glob("*.yaml"))
    spoken_of = parties | practices | registers | {state for one in missions for state in _states(one)}
    assert {"TJ", "LV", "XO", "XV"} <= spoken_of
    assert spoken_of <= set(state_codes())


def _states(written: object) -> Iterator[str]:
    """Yield every state that a file of a mission names."""
    if isinstance(written, dict):
        yield from (str(value) for name, value in written.items() if name == "state" and str(value).isupper())
        written = list(written.values())
    if isinstance(written, list):
        for one in written:
            yield from _states(one)


def test_a_state_without_a_name_is_called_by_its_letters() -> None:
    assert state_name("QZ", "en") == "QZ"
    assert state_name("EU", "tg") == "Иттиҳоди Аврупо"
