"""The missions that come with the product: one of public facts alone, the others wholly invented."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from muvofiq.amendment.deriving import derive, derive_new
from muvofiq.amendment.proof import prove, prove_new
from muvofiq.amendment.wording import wording_of
from muvofiq.amendment.writing import write
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Cure, Priority
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.build import build_law
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision
from muvofiq.publication.release import LEAST, MOST, PLACEHOLDERS, Part, count_words
from muvofiq.records.words import RecommendationKind, Term
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.force import Force, force
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.yaml_text import read
from muvofiq.text.read import read_file
from tests.paths import SAMPLES, real

FOLDER = files("muvofiq.library").joinpath("missions")
DUSHANBE, EXERCISE = "dushanbe-2016.yaml", "worked-example.yaml"
WORKSHOP = "workshop.yaml"  # its scope is that of its key, and nothing is judged in it
BOTH = pytest.mark.parametrize("name", [DUSHANBE, EXERCISE])
ALL = pytest.mark.parametrize("name", [DUSHANBE, EXERCISE, WORKSHOP])

# The entries of each list (or of the one entry) by name; a question mark stands before what may be left out.
KEYS = {
    "programme": "key short name since funder disclaimer invented unconfirmed",
    "phases": "key name starts ends budget_eur budget_words grant? unconfirmed",
    "consortium": "phase name state? role",
    "mission": "slug phase title theme state place starts ends status invented notice sources",
    "services": "name state",
    "agencies": "key short name competence",
    "sessions": "key kind title day starts? ends?",
    "scope": "themes reason requirements",
    "acts": "key register? title number? adopted kind topics? status? unconfirmed?",
    "editions": "key act file as_of",
    "answers": "requirement edition unit state quotations",
    "findings": "requirement law practice reason particulars?",
    "contributions": "key session agency requirements kind text public",
    "recommendations": "key key_recommendation kind priority term cure addressee text reason findings contributions"
    " amendments",
    "public_facts": "part text",
    "consent": "date by",
}
# What is written for people, in several languages.
TEXTS = {"name", "funder", "disclaimer", "budget_words", "title", "theme", "place", "notice", "short", "competence"}
TEXTS |= {"reason", "topics", "status", "text", "practice_source"}
EXERCISE_ONLY = ["editions", "answers", "findings", "contributions", "recommendations", "consent"]
ONE_OF: dict[tuple[str, str], set[str]] = {
    ("consortium", "role"): {"lead", "member"},
    ("sessions", "kind"): {"workshop", "round_table"},
    ("acts", "kind"): {"constitution", "code", "law", "decree", "rules", "programme", "treaty"},
    ("answers", "state"): {"accepted", "rejected"},
    ("findings", "law"): {verdict.value for verdict in Verdict},
    ("findings", "practice"): {verdict.value for verdict in Verdict},
    ("contributions", "kind"): {"information", "practice", "objection", "proposal"},
    ("recommendations", "kind"): {kind.value for kind in RecommendationKind},
    ("recommendations", "priority"): {priority.value for priority in Priority},
    ("recommendations", "term"): {term.value for term in Term},
    ("recommendations", "cure"): {cure.value for cure in Cure},
}
REFERS_TO = {  # a key that is written, and the list in which it stands
    ("consortium", "phase"): "phases",
    ("editions", "act"): "acts",
    ("answers", "edition"): "editions",
    ("contributions", "session"): "sessions",
    ("contributions", "agency"): "agencies",
    ("recommendations", "addressee"): "agencies",
    ("recommendations", "contributions"): "contributions",
}
PARTS = [part.value for part in Part]


@cache
def mission(name: str) -> dict[str, Any]:
    value = read(FOLDER.joinpath(name).read_bytes(), name).value
    assert isinstance(value, dict)
    return value


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@cache
def edition(key: str) -> Law:
    found = next(one for one in mission(EXERCISE)["editions"] if one["key"] == key)
    return build_law(read_file(SAMPLES / found["file"]))


def rows(name: str, part: str) -> list[dict[str, Any]]:
    found = mission(name).get(part, [])
    return found if isinstance(found, list) else [found]


def unit(edition_key: str, eid: str) -> Provision | None:
    law = edition(edition_key)
    return law.find(Reference.parse(f"{law.name}~{eid}"))


def texts(value: Any) -> Iterator[str]:
    """Yield all that is written in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


@BOTH
def test_it_has_the_agreed_entries_and_no_others(name: str) -> None:
    assert set(mission(name)) <= set(KEYS)
    assert set(KEYS) - set(mission(name)) == (set(EXERCISE_ONLY) if name == DUSHANBE else set())
    for part in mission(name):
        allowed = {key.rstrip("?") for key in KEYS[part].split()}
        needed = {key for key in KEYS[part].split() if not key.endswith("?")}
        for row in rows(name, part):
            assert needed <= set(row) <= allowed, f"{part}: {row}"


@ALL
def test_every_text_for_people_is_in_known_languages_and_never_empty(name: str) -> None:
    for part in mission(name):
        for row in rows(name, part):
            for key in TEXTS & set(row) - ({"short", "status"} if part in {"programme", "mission"} else set()):
                assert {"en", "ru"} <= set(row[key]) <= {"en", "ru", "tg"}, f"{part}.{key}"
                assert all(text.strip() and "  " not in text for text in row[key].values())
    assert name == WORKSHOP or "tg" in mission(name)["programme"]["unconfirmed"]


@ALL
def test_words_from_lists_are_known(name: str) -> None:
    for (part, key), known in ONE_OF.items():
        assert {row[key] for row in rows(name, part)} <= known, f"{part}.{key}"
    assert mission(name)["mission"]["status"] in {"planned", "running", "reported"}
    assert mission(name)["mission"]["slug"] == name.removesuffix(".yaml")


@ALL
def test_keys_are_given_once_and_found_where_they_are_named(name: str) -> None:
    keys = {part: [row["key"] for row in rows(name, part) if "key" in row] for part in mission(name)}
    for part, given in keys.items():
        assert not [key for key, times in Counter(given).items() if times > 1], part
    phases = keys.get("phases") or [row["key"] for row in rows(EXERCISE, "phases")]  # of the programme they share
    assert mission(name)["mission"]["phase"] in phases
    for (part, key), target in REFERS_TO.items():
        for row in rows(name, part):
            named = row[key] if isinstance(row[key], list) else [row[key]]
            assert set(named) <= set(keys[target]), f"{part}.{key}: {named}"


@ALL
def test_dates_are_dates_and_lie_within_the_mission(name: str) -> None:
    starts, ends = (date.fromisoformat(mission(name)["mission"][key]) for key in ("starts", "ends"))
    days = [date.fromisoformat(row["day"]) for row in rows(name, "sessions")]
    assert starts == min(days) <= max(days) == ends
    assert days == sorted(days)
    for row in rows(name, "sessions"):
        assert ("starts" in row) == ("ends" in row) == (name != DUSHANBE)
        assert row.get("starts", "00:00") < row.get("ends", "24:00")
    assert all(date.fromisoformat(row["adopted"]) <= starts for row in rows(name, "acts"))
    for phase in rows(name, "phases"):
        assert phase["starts"] < phase["ends"]


@BOTH
def test_the_scope_holds_requirements_of_its_themes_that_rest_on_a_norm_of_that_day(name: str) -> None:
    scope = mission(name)["scope"]
    assert 20 <= len(scope["requirements"]) == len(set(scope["requirements"])) <= 60
    found = [catalogue().requirement(one) for one in scope["requirements"]]
    assert {one.theme for one in found} == set(scope["themes"])
    head = mission(name)["mission"]
    for one in found:
        forces = force(one, catalogue().instruments, head["state"], date.fromisoformat(head["starts"]))
        assert set(forces) != {Force.NOT_YET_ADOPTED}, one.id


@BOTH
def test_the_notice_stands_in_three_languages(name: str) -> None:
    assert set(mission(name)["mission"]["notice"]) == {"en", "ru", "tg"}
    assert set(mission(name)["programme"]["disclaimer"]) == {"en", "ru", "tg"}


@BOTH
def test_the_facts_for_the_press_make_a_release_of_150_to_250_words(name: str) -> None:
    facts = rows(name, "public_facts")
    order = [PARTS.index(fact["part"]) for fact in facts]
    assert order == sorted(order)
    assert set(PARTS) - {fact["part"] for fact in facts} <= {"quote"}
    assert max(Counter(order).values()) <= 3
    for language in ("en", "ru", "tg"):
        release = [fact["text"][language] for fact in facts]
        assert LEAST <= count_words(" ".join(release)) <= MOST, language
        assert set(re.findall(r"\{(.*?)\}", " ".join(release))) <= set(PLACEHOLDERS)
    for fact in facts:
        used = [Counter(re.findall(r"\{.*?\}", text)) for text in fact["text"].values()]
        assert used == used[:1] * len(used), fact["part"]


@ALL
def test_there_is_no_address_no_telephone_and_no_form_of_address(name: str) -> None:
    for text in texts(mission(name)):
        assert not re.search(r"https?:|www\.|@|\+\d{3}", text), text
        assert not re.search(r"\b(?:Mr|Mrs|Ms|Dr|Col|Prof)\b|\bг-(?:н|жа)\b|\b[А-ЯA-Z]\. ?[А-ЯA-Z]\. ?\w", text), text


@ALL
def test_no_expert_is_named(name: str) -> None:
    page = real("domain/national.md").read_text("utf-8")
    experts = re.findall(r"experts ([\w ]+?) \(.*?\) and ([\w ]+?) \(", page)
    assert experts
    written = " ".join(texts(mission(name))).casefold()
    surnames = {word.casefold() for pair in experts for person in pair for word in person.split()}
    assert not [surname for surname in surnames if re.search(rf"\b{surname}\b", written)]


def test_the_real_mission_holds_facts_and_no_judgement() -> None:
    assert not [part for part in EXERCISE_ONLY if mission(DUSHANBE).get(part)]
    assert mission(DUSHANBE)["mission"]["invented"] is False
    assert not [row for row in rows(DUSHANBE, "acts") if date.fromisoformat(row["adopted"]) > date(2016, 6, 1)]
    for year in re.findall(r"\b(?:20)\d\d\b", " ".join(text for row in rows(DUSHANBE, "acts") for text in texts(row))):
        assert int(year) <= 2016 or year == "2025"  # the strategy names its last year
    notice = mission(DUSHANBE)["mission"]["notice"]["en"]
    assert all(word in notice for word in ("Reconstructed", "European Union", "BOMCA", "ICMPD", "no assessment"))


def test_the_exercise_says_everywhere_that_it_is_invented() -> None:
    head = mission(EXERCISE)["mission"]
    assert head["invented"] is mission(EXERCISE)["programme"]["invented"] is True
    assert head["state"] == "XV"
    states = {row["state"] for part in ("services", "consortium") for row in rows(EXERCISE, part)}
    assert all(re.fullmatch(r"X[A-Z]", state) for state in states)
    assert "fictional" in head["notice"]["en"]
    assert not re.search(r"BOMCA|БОМК|ICMPD", " ".join(texts(mission(EXERCISE))))


def test_the_act_is_the_act_of_the_sample() -> None:
    (act,) = rows(EXERCISE, "acts")
    for key, language in (("e-ru", "ru"), ("e-tg", "tg")):
        assert edition(key).language == language
        assert edition(key).title.endswith(act["title"][language])
    assert edition("e-ru").tail[-1].endswith(f"15 июля 2014 года, № {act['number']}")
    assert act["adopted"] == "2014-07-15"


@pytest.mark.parametrize("answer", rows(EXERCISE, "answers"), ids=lambda one: f"{one['requirement']}-{one['unit']}")
def test_every_answer_names_a_unit_and_quotes_its_words(answer: dict[str, Any]) -> None:
    found = unit(answer["edition"], answer["unit"])
    assert found is not None
    assert answer["requirement"] in mission(EXERCISE)["scope"]["requirements"]
    assert bool(answer["quotations"]) == (answer["state"] == "accepted")
    for quotation in answer["quotations"]:
        assert quotation in found.words or quotation in found.heading


AMENDMENTS = [(row["key"], one) for row in rows(EXERCISE, "recommendations") for one in row["amendments"]]


@pytest.mark.parametrize("one", [one for _, one in AMENDMENTS], ids=[key for key, _ in AMENDMENTS])
def test_every_amendment_words_a_printed_unit_anew_or_adds_one_and_its_clause_is_proven(one: dict[str, Any]) -> None:
    assert set(one) - {"losses"} in ({"edition", "unit", "proposed"}, {"edition", "after", "proposed"})
    found, law = unit(one["edition"], one.get("unit") or one["after"]), edition(one["edition"])
    assert found is not None
    at = next(address for address, each, _ in law.units() if each is found)
    is_new = "after" in one
    changes = (derive_new if is_new else derive)(law, at, one["proposed"])
    clause = "\n".join(each.text for each in write(law, changes))
    assert (prove_new if is_new else prove)(law, at, one["proposed"], clause).holds
    assert is_new or one["proposed"] != wording_of(found)
    assert not re.search(r"[A-Za-z]|  ", one["proposed"])


def test_recommendations_rest_on_findings_that_ask_for_them() -> None:
    law = {row["requirement"]: row["law"] for row in rows(EXERCISE, "findings")}
    noted = {row["key"]: row["requirements"] for row in rows(EXERCISE, "contributions")}
    recommendations = rows(EXERCISE, "recommendations")
    for row in recommendations:
        assert row["findings"]
        assert {law[one] for one in row["findings"]} <= {"partial", "not_found", "contradicts", "differs"}
        assert all(set(noted[key]) & set(row["findings"]) for key in row["contributions"])
    assert 6 <= len(recommendations) <= 8
    assert any(row["key_recommendation"] for row in recommendations)
    assert any(not row["contributions"] for row in recommendations)


def test_findings_are_judged_once_agree_with_the_answers_and_leave_something_to_do() -> None:
    scope = mission(EXERCISE)["scope"]["requirements"]
    findings = rows(EXERCISE, "findings")
    judged = [row["requirement"] for row in findings]
    assert len(judged) == len(set(judged))
    assert set(judged) <= set(scope)
    assert 4 <= len(set(scope) - set(judged)) <= 6
    decided = [(row["requirement"], row["edition"], row["unit"]) for row in rows(EXERCISE, "answers")]
    assert len(decided) == len(set(decided))
    accepted = {row["requirement"] for row in rows(EXERCISE, "answers") if row["state"] == "accepted"}
    for row in findings:
        assert (row["law"] != "not_found") == (row["requirement"] in accepted), row["requirement"]
        assert all(1 <= len(re.findall(r"[.!?](?= |$)", text)) <= 3 for text in row["reason"].values())


def test_the_elements_of_a_finding_are_those_of_its_requirement_and_fit_its_verdict() -> None:
    for row in rows(EXERCISE, "findings"):
        said = Particulars.from_entry(row.get("particulars", {}))
        looked = (*said.covered, *said.uncovered)
        assert len(set(looked)) == len(looked), row["requirement"]
        assert set(looked) <= set(range(1, len(catalogue().requirement(row["requirement"]).elements) + 1))
        if row["law"] in {"full", "protects_more"}:
            assert said.covered, row["requirement"]
            assert not said.uncovered, row["requirement"]
        assert looked or row["law"] != "partial", row["requirement"]


def test_most_of_what_the_agencies_said_stays_in_the_room() -> None:
    noted = rows(EXERCISE, "contributions")
    assert 8 <= len(noted) <= 12
    assert 1 <= sum(row["public"] for row in noted) <= 2
    assert {row["kind"] for row in noted} == ONE_OF["contributions", "kind"]
    assert {one for row in noted for one in row["requirements"]} <= set(mission(EXERCISE)["scope"]["requirements"])
