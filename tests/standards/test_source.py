"""The packaged catalogue against the words from which it was made; test_library and test_force hold the twins."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.citation import Practice
from muvofiq.standards.force import Force, force
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.practice_shelf import by_requirement, shipped_practices
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.state import state_name
from tests.standards.small import day

LABELS = {
    "binding treaty": Force.BINDING_TREATY,
    "treaty not binding on TJ": Force.NOT_BINDING,
    "CIS/bilateral": Force.CIS_OR_BILATERAL,
    "EU benchmark": Force.EU_BENCHMARK,
    "CoE benchmark": Force.COE_BENCHMARK,
    "soft law": Force.SOFT_LAW,
    "good practice": Force.GOOD_PRACTICE,
}

# Where the typed label of the source and the computed force differ, and why the computed one stands.
PRACTICE_IS_NO_SOURCE = (
    "a national act or a programme is named only as practice to compare; the source itself leaves the label out for "
    "19 other requirements of this sort"
)
NO_PRACTICE_NAMED = "the label says good practice, but no national act is cited and none is named as practice"
SOFT_LAW_FORGOTTEN = "a general comment is cited, the label soft law was forgotten"
SIGNED_ONLY = "Tajikistan's signature of cis-thb-2005 is known, not its entry into force: a signature does not bind"
DIFFERENCES: dict[str, tuple[str, set[Force], set[Force]]] = {
    **dict.fromkeys(
        (
            "identification-indicators",
            "identification-multi-actor",
            "asylum-transfer-time",
            "thb-reflection-period",
            "rtn-monitoring",
            "brd-refusal-reasoned",
            "brd-interagency",
            "brd-mass-influx",
        ),
        (PRACTICE_IS_NO_SOURCE, {Force.GOOD_PRACTICE}, set()),
    ),
    **dict.fromkeys(
        (
            "thb-nrm",
            "som-thb-distinction",
            "rdm-application",
            "rdm-domestic-law",
            "rtn-avrr",
            "brd-checks-levels",
            "brd-specialised-staff",
            "brd-risk-analysis",
            "brd-statelaw-alignment",
            "brd-local-border-traffic",
        ),
        (NO_PRACTICE_NAMED, {Force.GOOD_PRACTICE}, set()),
    ),
    **dict.fromkeys(
        ("uac-placement", "rdm-data", "rtn-decision-form"),
        (SOFT_LAW_FORGOTTEN, set(), {Force.SOFT_LAW}),
    ),
    **dict.fromkeys(
        ("thb-definition", "thb-repatriation"),
        (SIGNED_ONLY, {Force.CIS_OR_BILATERAL}, {Force.NOT_BINDING}),
    ),
}


@pytest.fixture(scope="session")
def originals(source: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((source / "requirements.json").read_text("utf-8"))
    return found


def test_every_word_of_the_requirements_came_over(catalogue: Catalogue, originals: list[dict[str, Any]]) -> None:
    assert len(originals) == len(catalogue.requirements)
    for original in originals:
        expected = {key: value for key, value in original.items() if key not in {"force", "practice"}}
        assert _as_in_the_source(catalogue.requirement(original["id"])) == {"terms_tg": [], **expected}


STATES = {"Latvia": "LV", "Portugal": "PT", "Tajikistan": "TJ", "lv-": "LV", "pt-": "PT", "tj-": "TJ", "BOMCA": "EU"}


def test_every_practice_that_the_source_names_stands_on_the_shelf_under_its_requirement(
    originals: list[dict[str, Any]],
) -> None:
    shelf = by_requirement(shipped_practices())
    named = [(one["id"], text) for one in originals for text in one.get("practice", ())]
    assert len(named) == 34
    for name, text in named:
        state = next(state for begin, state in STATES.items() if text.startswith(begin))
        found = [one for one in shelf[name] if one.state == state or text.endswith(f"in {state_name(one.state, 'en')}")]
        assert found, (name, text)
        act = Practice(text).instrument
        assert act is None or act in {one.act for one in found}, (name, text)
        assert "verify" not in text or not all(one.confirmed for one in found), (name, text)


def _as_in_the_source(one: Requirement) -> dict[str, object]:
    return {
        "id": one.id,
        "theme": one.theme,
        "title": one.title["en"],
        "statement": one.statement["en"],
        "citations": [str(citation) for citation in one.citations],
        "groups": [str(group) for group in one.groups],
        "stages": [str(stage) for stage in one.stages],
        "elements": [element["en"] for element in one.elements],
        **{f"terms_{language}": list(one.terms.get(language, ())) for language in ("en", "ru", "tg")},
    }


def test_every_code_is_that_of_the_source(catalogue: Catalogue, source: Path) -> None:
    text = (source / "requirements.md").read_text("utf-8")
    codes = re.findall(r"^### ([A-E]\d\d) `([a-z0-9-]+)` (.+)$", text, re.MULTILINE)
    assert [(one.code, one.id, one.title["en"]) for one in catalogue.requirements] == codes


def test_the_computed_force_is_that_of_the_source_but_for_the_listed_differences(
    catalogue: Catalogue, originals: list[dict[str, Any]]
) -> None:
    differences = {}
    for original in originals:
        requirement = catalogue.requirement(original["id"])
        found = set(force(requirement, catalogue.instruments, "TJ", day("2026-11-01")))
        found.discard(Force.NO_LONGER_IN_FORCE)  # the source has no label for what was repealed
        labels = {LABELS[label] for label in original["force"]}
        if found != labels:
            differences[requirement.id] = (labels - found, found - labels)
    assert differences == {name: (missing, extra) for name, (_, missing, extra) in DIFFERENCES.items()}


# An English word that the source has and the catalogue left out, since it says something else more often than not.
LEFT_OUT = {"reasoned-decision": ["grounds"]}


def test_every_concept_came_over_and_words_were_only_added(catalogue: Catalogue, source: Path) -> None:
    for original in json.loads((source / "thesaurus.json").read_text("utf-8")):
        concept = catalogue.thesaurus.concept(original["id"])
        for language in ("en", "ru", "tg"):
            words = [original[language], *original.get(f"syn_{language}", [])]
            expected = [word for word in words if word and word not in LEFT_OUT.get(concept.id, ())]
            assert list(concept.labels.get(language, ()))[: len(expected)] == expected, concept.id
        assert concept.broader == original["broader"]
        assert concept.facet == original["facet"].lower().replace(" ", "-")


def test_every_mark_to_verify_in_a_row_of_the_source_is_an_unconfirmed_fact(catalogue: Catalogue, source: Path) -> None:
    marks: Counter[str] = Counter()
    elsewhere = []
    for line in (source / "instruments.md").read_text("utf-8").splitlines():
        row = re.match(r"\| ([a-z0-9-]+) \|", line)
        count = len(re.findall(r"\bverify\b", line))
        if row and count:
            marks[row[1]] += count
        elsewhere += [line] * (count if not row else 0)
    marks["ilo-097"] += 1  # the sentence below the table of the ILO
    marks["eura-ge"] += 1  # the map of model clauses
    marks["sco"] += 5  # the doubt about the agreement is one about each party
    marks["fd-2002-946"] += 1  # the same proposal as for the directive, where the doubt stands
    marks["schengen-handbook"] += 1  # the source has the year of the newest edition
    marks["ilo-029"] += 3  # that these states took over the convention on joining is our own reading
    marks["ilo-138"] += 2
    marked = {one.id: len(_marked_in_the_source(one)) for one in catalogue.instruments.values()}
    assert {name: count for name, count in marked.items() if count} == dict(marks)
    assert len(elsewhere) == 4  # what the word means; the two above; the open question of the agreements in force


def _marked_in_the_source(one: Instrument) -> list[str]:
    """Leave out editions and reservations: the source does not list them, so that their marks are our own."""
    return [fact for fact in one.unconfirmed_facts if not fact.startswith(("editions.", "reservations."))]


def test_every_date_in_the_tables_of_participation_came_over(catalogue: Catalogue, source: Path) -> None:
    text = (source / "instruments.md").read_text("utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.count("|") == 10]
    rows = [[cell.strip() for cell in row] for row in rows if row[0].strip() != "id" and "---" not in row[0]]
    assert len(rows) == 28
    for name, _, *cells in rows:
        for state, cell in zip(("TJ", "KG", "UZ", "AF", "CN", "KZ", "TM"), cells, strict=True):
            written = re.search(r"[0-9]{4}(-[0-9]{2}-[0-9]{2})?", cell)
            assert _date_of(catalogue, name, state) == (written[0] if written else None), (name, state)
            assert (state in catalogue.instruments[name].participation) != cell.startswith("-"), (name, state)
            assert state in catalogue.instruments[name].states_covered


def _date_of(catalogue: Catalogue, name: str, state: str) -> str | None:
    party = catalogue.instruments[name].participation.get(state)
    return str(party.date) if party and party.date else None
