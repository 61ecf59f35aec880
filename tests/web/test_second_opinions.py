"""Second opinions on the pages: what is kept back is in no page, and what is given is compared and settled."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from muvofiq.assessment.assessment import Assessment
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Severity, State
from muvofiq.assessment.verdict import Verdict, appearances
from muvofiq.records.actions.ask_opinion import ask_opinion
from muvofiq.records.actions.give_opinion import give_opinion
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.relate import relate
from muvofiq.records.models import Mission, Person
from muvofiq.records.queries.opinions_to_ask import whom_to_ask
from muvofiq.records.words import Role
from muvofiq.standards.relation import RelationKind
from muvofiq.web.urls import urlpatterns
from tests.records.advising import PROPOSED, advised, amended
from tests.records.small import INTERPRETER, REASON, VICTIMS, WORDS, Desk, accepted, expert_in
from tests.web.test_bad_requests import GOOD

pytestmark = pytest.mark.django_db

MARKS = ("zebra-reason", "zebra-harm", "zebra-practice", "zebra-earlier", "zebra-advice", "zebra-other", "zebra-why")
FIRST = Assessment(
    Verdict.PROTECTS_MORE,
    Verdict.RESTRICTS_MORE,
    {"en": "zebra-reason: it gives more."},
    Particulars(
        covered=(1,), severity=next(iter(Severity)), harm={"en": "zebra-harm"}, practice_source={"en": "zebra-practice"}
    ),
)
SECOND = Assessment(Verdict.PARTIAL, reason={"en": "Half of it is there."}, particulars=Particulars(uncovered=(1,)))
TICKED = re.compile(r'name="requirements" value="[^"]*" checked')
DATA = (".xlsx", ".csv", ".docx", ".txt")
FILES = {
    "document": [
        "concordance.en.xlsx",
        "comparative-table.en.docx",
        "comparison.en.xlsx",
        "press-release.en.docx",
        "press-release.en.txt",
    ],
    "findings-file": ["list.xlsx", "list.csv"],
    "picture-file": ["pictures.xlsx"],
    "checks-file": ["checks.xlsx", "checks.csv"],
}
NOT_PAGES = {"sign-out", "sign-in-link"}


@dataclass(frozen=True, slots=True)
class Two:
    """A mission in which the expert has judged, and a second expert with a browser is asked."""

    at: Desk
    second: Person
    browser: Client

    @property
    def mission(self) -> Mission:
        return self.at.mission

    def page(self, name: str, *args: object, **query: str) -> str:
        return self.browser.get(reverse(name, args=[self.mission.slug, *args]), query).content.decode()

    def send(self, name: str, *args: object, **sent: object) -> object:
        return self.browser.post(reverse(name, args=[self.mission.slug, *args]), sent)


def first_judgement(at: Desk) -> None:
    early = {"en": "zebra-earlier"}
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.ELSEWHERE, reason=early, version=0)
    give_verdict(
        at.expert,
        at.mission,
        VICTIMS,
        law=FIRST.law,
        practice=FIRST.practice,
        reason=FIRST.reason,
        particulars=FIRST.particulars,
        version=1,
    )


@pytest.fixture
def two(at: Desk, client: Client) -> Two:
    answer = accepted(at)
    quote(at.expert, answer, WORDS)
    first_judgement(at)
    second = expert_in(at.mission, at.manager, role=Role.NATIONAL_EXPERT, name="Bahrom Saidov")
    client.force_login(second)
    return Two(at, second, client)


def asked(two: Two) -> Two:
    ask_opinion(two.at.expert, two.mission, [VICTIMS], two.second)
    return two


def around(two: Two) -> None:
    """Let much rest on the finding: a recommendation, a related requirement, a third opinion, a state."""
    at = two.at
    words = {"en": "zebra-advice"}
    amended(
        at,
        advised(at, text=words, reason=words, finding_ids=[VICTIMS]),
        proposed=PROPOSED.replace(" назначаются", " zebra-advice назначаются"),
    )
    kind = RelationKind.INTERSECTS
    relate(at.expert, at.mission, VICTIMS, INTERPRETER, kind=kind, common=[(1, 1)], reason=REASON)
    third = expert_in(at.mission, at.manager, name="Clara Third")
    ask_opinion(at.expert, at.mission, [VICTIMS], third)
    other = Assessment(Verdict.ONLY_TREATY, reason={"en": "zebra-other"})
    give_opinion(third, at.mission, VICTIMS, other, version=0)
    at.mission.findings.update(state=State.CHECKED.value)


def addresses(two: Two) -> Iterator[str]:
    """Every page of the mission, with what its addresses can name, and every file that can be taken out."""
    values = {**GOOD, "slug": two.mission.slug, "name": two.at.edition.name, "other": two.at.edition.name}
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        if pattern.name not in NOT_PAGES:
            known = list(pattern.pattern.converters)
            yield reverse(str(pattern.name), kwargs={name: values[name] for name in known})
    for name, files in FILES.items():
        yield from (reverse(name, args=[two.mission.slug, file]) for file in files)
    yield reverse("case", args=[two.mission.slug, "young-man-back-from-work"])
    yield reverse("requirement", args=[two.mission.slug, INTERPRETER])
    yield reverse("requirement", args=[two.mission.slug, VICTIMS]) + "?part=finding"
    yield reverse("requirements", args=[two.mission.slug]) + "?order=severity"


def shown(two: Two, address: str) -> str:
    answer = two.browser.get(address)
    content = b"".join(answer)
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as parts:
            return " ".join(parts.read(name).decode(errors="replace") for name in parts.namelist())
    return content.decode(errors="replace")


def posted(two: Two, name: str, sent: dict[str, str], headers: dict[str, str]) -> str:
    address = reverse(name, args=[two.mission.slug, VICTIMS])
    return two.browser.post(address, sent, headers=headers).content.decode()


# What nobody sees before the own opinion


def test_no_page_or_file_of_the_mission_shows_the_first_judgement_to_who_owes_a_second(two: Two) -> None:
    asked(two)
    around(two)
    leaks = {(address, mark) for address in set(addresses(two)) for mark in MARKS if mark in shown(two, address)}
    assert leaks == set()


def test_no_page_shows_the_verdict_itself_beyond_the_words_of_the_scale(two: Two) -> None:
    """A page may list the whole scale: what counts is whether it says more than before anybody had judged."""
    words = [f'class="verdict {verdict.value}"' for verdict in (FIRST.law, FIRST.practice, Verdict.ONLY_TREATY)]
    words += [appearances()[FIRST.law].words["en"], appearances()[FIRST.practice].practice_words["en"]]
    asked(two)
    around(two)
    with_it = {address: shown(two, address) for address in set(addresses(two)) if not address.endswith(DATA)}
    findings = two.mission.findings.all()
    findings.update(law="not_assessed", practice="not_assessed")
    without = {address: shown(two, address) for address in with_it}
    leaks = {
        (address, word)
        for address, told in with_it.items()
        for word in words
        if told.count(word) > without[address].count(word)
    }
    assert leaks == set()


def test_the_same_pages_show_it_to_the_others_so_that_the_test_above_is_no_empty_one(two: Two) -> None:
    asked(two)
    around(two)
    two.browser.force_login(two.at.expert)
    every = {address: shown(two, address) for address in set(addresses(two))}
    found = {mark for mark in MARKS for told in every.values() if mark in told}
    assert found == set(MARKS) - {"zebra-why"}
    with_verdict = [address for address, told in every.items() if f'class="verdict {FIRST.law.value}"' in told]
    assert len(with_verdict) >= 4


def test_every_answer_to_what_a_blind_person_sends_is_silent_too(two: Two) -> None:
    asked(two)
    around(two)
    leaks = {
        (name, word)
        for name in ("judge", "undo-verdict", "move-finding", "opinion", "settle", "assign", "decide", "quote", "look")
        for sent in ({}, {"version": "2", "law": "full", "reason": "x", "auto": "1"}, {"to": "draft", "version": "2"})
        for headers in ({}, {"HX-Request": "true"})
        for told in (posted(two, name, sent, headers),)
        for word in (*MARKS, f'class="verdict {FIRST.law.value}"')
        if word in told
    }
    assert leaks == set()
    assert two.mission.findings.get().version == 2


def test_what_is_kept_back_says_so_and_evidence_stays(two: Two) -> None:
    asked(two)
    around(two)
    told = two.page("requirement", VICTIMS)
    assert "Judge without having seen the first judgement" in told
    assert WORDS in told
    assert 'id="verdict-form"' not in told
    assert "kept back" in two.page("history")
    assert "kept back" in two.page("law", two.at.edition.name)
    assert "kept back" in two.page("recommendations")


def test_documents_that_tell_verdicts_say_what_to_give_first(two: Two) -> None:
    asked(two)
    answer = two.browser.get(reverse("document", args=[two.mission.slug, "concordance.en.xlsx"]))
    assert answer.status_code == 403
    assert "First give your second opinion on A09" in answer.content.decode()
    decline = {"decline": "1", "why": "I drafted this law."}
    two.send("opinion", VICTIMS, **decline)
    assert two.browser.get(reverse("document", args=[two.mission.slug, "concordance.en.xlsx"])).status_code == 200
    assert "zebra-reason" in two.page("requirement", VICTIMS)


# Asking, giving, settling on the pages


def test_nobody_is_offered_who_cannot_be_asked(two: Two) -> None:
    two.browser.force_login(two.at.expert)
    offered = re.findall(r"<option[^>]*>([^<]*)<", two.page("opinions").partition('name="person"')[2])
    assert offered == ["Bahrom Saidov", "Marta Ozola"], "not the expert who asks"
    assert [one.name for one in whom_to_ask(two.mission, two.second)] == ["Anna Horvat", "Marta Ozola"]
    names = [str(one.requirement.requirement_id) for one in two.mission.scope.select_related("requirement")]
    for one in (two.second, two.at.manager):
        ask_opinion(two.at.expert, two.mission, names, one)
    page = two.page("opinions")
    assert whom_to_ask(two.mission, two.at.expert) == []
    assert 'name="person"' not in page, "asked about everything before"
    assert f'<a href="{reverse("members", args=[two.mission.slug])}">' in page[page.index('id="asking"') :]


def test_an_expert_asks_on_ticked_requirements_and_takes_one_back(two: Two) -> None:
    two.browser.force_login(two.at.expert)
    two.send("opinions", ask="1", person=str(two.second.pk), requirements=[VICTIMS, INTERPRETER])
    told = two.page("opinions")
    assert "2 opinions are asked." in told
    assert told.count("asked of Bahrom Saidov") == 2
    two.send("opinions", take_back=str(two.mission.opinions.first().pk))  # type: ignore[union-attr]
    assert two.page("opinions").count("asked of Bahrom Saidov") == 1


def test_a_refused_question_keeps_what_was_ticked(two: Two) -> None:
    two.browser.force_login(two.at.expert)
    address = reverse("opinions", args=[two.mission.slug])
    sent = {"ask": "1", "person": str(two.at.expert.pk), "requirements": [VICTIMS, INTERPRETER]}
    answer = two.browser.post(address, sent)
    assert answer.status_code == 422
    assert "cannot give a second opinion on A09" in answer.content.decode()
    assert f'value="{INTERPRETER}" checked' in answer.content.decode()


def test_the_choice_is_ticked_by_theme_and_by_counting(two: Two) -> None:
    two.browser.force_login(two.at.expert)
    assert len(TICKED.findall(two.page("opinions", every="1"))) == 1
    assert len(TICKED.findall(two.page("opinions", every="2"))) == 0
    assert len(TICKED.findall(two.page("opinions", theme="A"))) >= 1
    assert len(TICKED.findall(two.page("opinions"))) == 0


def test_an_opinion_is_saved_as_a_draft_then_given(two: Two) -> None:
    asked(two)
    fields = {"full": "1", "law": "partial", "reason": "Half of it is there.", "element_1": "no"}
    two.send("opinion", VICTIMS, keep="1", version="0", **fields)
    told = two.page("requirement", VICTIMS)
    assert "Half of it is there." in told
    assert "A draft is saved" in told
    two.browser.force_login(two.at.expert)
    assert "Half of it is there." not in two.page("requirement", VICTIMS)
    assert "Half of it is there." not in two.page("history")
    two.browser.force_login(two.second)
    two.send("opinion", VICTIMS, give="1", version="1", **fields)
    assert "zebra-reason" in two.page("requirement", VICTIMS)
    assert "1</strong> <small>disagree" in two.page("opinions")


def test_an_opinion_without_a_reason_is_refused_and_what_was_typed_stays(two: Two) -> None:
    asked(two)
    sent = {"give": "1", "version": "0", "full": "1", "law": "partial", "reason": "", "authority": "The guard"}
    answer = two.browser.post(reverse("opinion", args=[two.mission.slug, VICTIMS]), sent)
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "the reason of your opinion" in told
    assert 'value="The guard"' in told
    assert "zebra" not in told


@pytest.mark.parametrize("is_dissent", [True, False])
def test_the_dissent_is_spoken_of_only_where_there_is_one(two: Two, *, is_dissent: bool) -> None:
    sent = {"opinion": disputed(two), "version": "2", "choice": "second", "why": "The decree is silent."}
    assert "Either of the two may settle it alone" in two.page("settle", VICTIMS)
    if is_dissent:
        sent |= {"dissent": "It gives more.", "dissenter": str(two.at.expert.pk)}
    told = two.browser.post(reverse("settle", args=[two.mission.slug, VICTIMS]), sent, follow=True).text
    assert "Settled. Both judgements stay on record" in told
    assert ("and so does the dissent" in told) is is_dissent


def disputed(two: Two) -> str:
    asked(two)
    return str(give_opinion(two.second, two.mission, VICTIMS, SECOND, version=0).pk)


def test_a_disagreement_is_laid_side_by_side_and_settled_with_a_dissent(two: Two) -> None:
    key = disputed(two)
    told = two.page("settle", VICTIMS)
    assert "zebra-reason" in told
    assert "Half of it is there." in told
    assert told.count('class="differs"') >= 4
    sent = {
        "opinion": key,
        "version": "2",
        "choice": "second",
        "why": "The decree is silent.",
        "dissent": "It gives more.",
        "dissenter": str(two.at.expert.pk),
    }
    two.send("settle", VICTIMS, **sent)
    told = two.page("requirement", VICTIMS)
    for words in ("Settled by Bahrom Saidov", "The decree is silent.", "Dissent of Anna Horvat", "It gives more."):
        assert words in told
    assert two.mission.findings.get().law == Verdict.PARTIAL.value
    assert "The decree is silent." in two.page("opinions")
    assert "The decree is silent." in two.page("history")


def test_another_outcome_is_taken_from_its_fields_and_only_then(two: Two) -> None:
    key = disputed(two)
    own = {"opinion": key, "version": "2", "full": "1", "law": "not_found", "reason": "Neither.", "why": "Read again."}
    answer = two.browser.post(reverse("settle", args=[two.mission.slug, VICTIMS]), own)
    assert answer.status_code == 422  # no outcome is chosen
    assert "Neither." in answer.content.decode()
    two.send("settle", VICTIMS, choice="own", **own)
    finding = two.mission.findings.get()
    assert (finding.law, finding.reason) == ("not_found", {"en": "Neither."})


def test_a_settlement_without_a_reason_is_refused_and_keeps_what_was_typed(two: Two) -> None:
    key = disputed(two)
    sent = {"opinion": key, "version": "2", "choice": "first", "why": "", "dissent": "No.", "dissenter": ""}
    answer = two.browser.post(reverse("settle", args=[two.mission.slug, VICTIMS]), sent)
    assert answer.status_code == 422
    assert "No.</textarea>" in answer.content.decode()


def test_where_nothing_is_open_the_settling_page_leads_back(two: Two) -> None:
    answer = two.browser.get(reverse("settle", args=[two.mission.slug, VICTIMS]))
    assert answer.status_code == 302
