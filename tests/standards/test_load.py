from pathlib import Path

import pytest

from muvofiq.standards.errors import (
    BadDate,
    BadDelay,
    BroaderCycle,
    CatalogueError,
    CodeOutsideTheme,
    EndsBeforeItBegins,
    LibraryMissing,
    NotInCatalogue,
    RepeatedName,
    SuccessionCycle,
    UnknownBroader,
    UnknownInstrument,
    UnknownKey,
    WrongForm,
)
from muvofiq.standards.load import load_catalogue
from tests.standards.small import FILES, INSTRUMENTS_FILE, REQUIREMENTS_FILE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small catalogue that is in order."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def error_after(folder: Path, name: str, old: str, new: str) -> CatalogueError:
    """The error that a single slip in one file gives."""
    file = folder / name
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    return caught.value


def test_a_folder_of_the_same_shape_is_loaded(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    assert [one.id for one in catalogue.requirements] == ["thb-legal-aid"]
    assert catalogue.requirements[0].unconfirmed_languages == ("tg",)
    assert catalogue.themes[0].title["en"] == "Trafficking"
    assert catalogue.instruments["tip-protocol"].unconfirmed_facts == ("adopted", "participation.UZ")
    assert catalogue.families[0].open_questions == ("How many states are parties?",)
    assert not catalogue.families[0].checked
    assert catalogue.thesaurus.concept("victim").labels["ru"] == ("жертва", "потерпевший")
    assert catalogue.thesaurus.concept("victim").unconfirmed_languages == ("tg",)


def test_an_unknown_requirement_is_answered_with_the_nearest(folder: Path) -> None:
    with pytest.raises(NotInCatalogue, match="Did you mean 'thb-legal-aid'"):
        load_catalogue(folder).requirement("legal-aid")
    with pytest.raises(NotInCatalogue, match="Did you mean 'tip-protocol'"):
        load_catalogue(folder).instrument("tip")


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match="'requirements'"):
        load_catalogue(tmp_path)


def test_a_cited_instrument_must_exist(folder: Path) -> None:
    error = error_after(folder, "requirements/B.yaml", "[tip-protocol", "[tip-protocoll")
    assert isinstance(error, UnknownInstrument)
    assert error.where == "requirements/B.yaml, line 7, requirements[0].citations[0]"
    assert "Did you mean 'tip-protocol'?" in str(error)


def test_a_national_act_named_in_practice_must_exist(folder: Path) -> None:
    error = error_after(folder, "requirements/B.yaml", "lv-act-1", "lv-act-2")
    assert isinstance(error, UnknownInstrument)
    assert error.where.endswith("requirements[0].practice[0]")


def test_the_successor_of_an_instrument_must_exist(folder: Path) -> None:
    successor = "kind: national_law\n    superseded_by: {instrument: lv-act-9}"
    error = error_after(folder, "instruments/un.yaml", "kind: national_law", successor)
    assert isinstance(error, UnknownInstrument)
    assert "lv-act-9" in str(error)


def test_the_older_instrument_is_found_from_the_newer(folder: Path) -> None:
    file = folder / "instruments/un.yaml"
    file.write_text(INSTRUMENTS_FILE + "    superseded_by: {instrument: tip-protocol, date: 2020}\n", "utf-8")
    assert [one.id for one in load_catalogue(folder).predecessors("tip-protocol")] == ["lv-act-1"]


@pytest.mark.parametrize("chain", [["lv-act-1"], ["tip-protocol", "lv-act-1"]])
def test_no_instrument_is_replaced_by_itself(folder: Path, chain: list[str]) -> None:
    file = folder / "instruments/un.yaml"
    text = INSTRUMENTS_FILE + f"    superseded_by: {{instrument: {chain[0]}}}\n"
    if len(chain) > 1:
        text = text.replace("    unconfirmed: [adopted]", "    superseded_by: {instrument: lv-act-1}")
    file.write_text(text, "utf-8")
    with pytest.raises(SuccessionCycle) as found:
        load_catalogue(folder)
    assert found.value.where.startswith("instruments/un.yaml, line ")
    assert found.value.where.endswith(".superseded_by")
    assert " - ".join([chain[-1], chain[0]]) in str(found.value)


def test_the_instrument_that_made_an_edition_must_exist(folder: Path) -> None:
    edition = "kind: national_law\n    editions: [{since: 2020, title: {en: amended}, by: lv-act-9}]"
    error = error_after(folder, "instruments/un.yaml", "kind: national_law", edition)
    assert isinstance(error, UnknownInstrument)
    assert error.where == "instruments/un.yaml, line 14, instruments[1].editions[0].by"


@pytest.mark.parametrize(
    ("line", "error", "where"),
    [
        ("in_force: 2010\n    until: 2009", EndsBeforeItBegins, ".until"),
        ("effect_after: 1 days", BadDelay, ".effect_after"),
        ("effect_after: soon", WrongForm, ".effect_after"),
        ("ends: 2009", UnknownKey, ".ends"),
        ("until: 2009-13-01", WrongForm, ".until"),
    ],
)
def test_a_slip_in_a_life_is_told_with_its_place(
    folder: Path, line: str, error: type[CatalogueError], where: str
) -> None:
    found = error_after(folder, "instruments/un.yaml", "kind: national_law", f"kind: national_law\n    {line}")
    assert isinstance(found, error)
    assert found.where.startswith("instruments/un.yaml, line 1")
    assert found.where.endswith(f"instruments[1]{where}")


def test_a_code_belongs_to_the_theme_of_its_file(folder: Path) -> None:
    error = error_after(folder, "requirements/B.yaml", "B07", "C07")
    assert isinstance(error, CodeOutsideTheme)
    assert error.where == "requirements/B.yaml, line 7, requirements[0].code"


def test_an_id_is_used_once_in_all_files(folder: Path) -> None:
    (folder / "requirements/B2.yaml").write_text(REQUIREMENTS_FILE.replace("B07", "B08"), "utf-8")
    with pytest.raises(RepeatedName, match="requirement 'thb-legal-aid' is used twice"):
        load_catalogue(folder)


def test_a_code_is_used_once_in_all_files(folder: Path) -> None:
    (folder / "requirements/B2.yaml").write_text(REQUIREMENTS_FILE.replace("thb-legal-aid", "thb-other"), "utf-8")
    with pytest.raises(RepeatedName, match="code 'B07' is used twice"):
        load_catalogue(folder)


@pytest.mark.parametrize(
    ("name", "old", "sort"),
    [("instruments/un.yaml", "id: lv-act-1", "instrument"), ("thesaurus/persons.yaml", "id: victim", "concept")],
)
def test_instruments_and_concepts_have_ids_of_their_own(folder: Path, name: str, old: str, sort: str) -> None:
    new = "id: tip-protocol" if sort == "instrument" else "id: person"
    assert f"The {sort} '" in str(error_after(folder, name, old, new))


def test_a_broader_concept_must_exist(folder: Path) -> None:
    error = error_after(folder, "thesaurus/persons.yaml", "broader: person", "broader: persom")
    assert isinstance(error, UnknownBroader)
    assert error.where == "thesaurus/persons.yaml, line 8, concepts[1].broader"


@pytest.mark.parametrize("parent", ["person", "victim"])
def test_no_concept_stands_under_itself(folder: Path, parent: str) -> None:
    error = error_after(folder, "thesaurus/persons.yaml", "id: person\n", f"id: person\n    broader: {parent}\n")
    assert isinstance(error, BroaderCycle)
    assert "runs in a circle" in str(error)


def test_a_slip_in_an_instrument_is_shown_where_it_is(folder: Path) -> None:
    error = error_after(folder, "instruments/un.yaml", "    kind: un_treaty", "    knd: un_treaty")
    assert isinstance(error, UnknownKey)
    assert error.where == "instruments/un.yaml, line 7, instruments[0].knd"


def test_a_fact_to_verify_is_a_field_of_the_instrument(folder: Path) -> None:
    error = error_after(folder, "instruments/un.yaml", "[adopted]", "[the date]")
    assert isinstance(error, WrongForm)


def test_a_treaty_cannot_be_adopted_on_a_day_that_does_not_exist(folder: Path) -> None:
    error = error_after(folder, "instruments/un.yaml", "2000-11-15", "2000-11-31")
    assert isinstance(error, BadDate)
    assert error.where == "instruments/un.yaml, line 5, instruments[0].adopted"


@pytest.mark.parametrize(
    "slip",
    [
        "{used: [XA], seen: true}",
        "{ru: чужак, en: stranger, used: [XA], seen: true}",
        "{ru: чужак, used: [xa], seen: true}",
    ],
)
def test_a_regional_word_stands_in_one_language_and_names_its_states(folder: Path, slip: str) -> None:
    error = error_after(folder, "thesaurus/persons.yaml", "id: person\n", f"id: person\n    regional: [{slip}]\n")
    assert "concepts[0].regional[0]" in error.where
