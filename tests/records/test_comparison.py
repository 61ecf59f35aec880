"""Laws of other states stand beside national law, each matched and quoted by itself, and never mix with it."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from muvofiq.alignment.meaning import Meaning
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.identity import identity_of
from muvofiq.publication.comparison_xlsx import write_comparison
from muvofiq.publication.concordance import State
from muvofiq.publication.phrases import phrases
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.match_mission import match_mission
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.upload_draft import upload_draft
from muvofiq.records.actions.work import work_once
from muvofiq.records.actions.write_translation import write_translation
from muvofiq.records.errors import (
    ActUnclear,
    Missing,
    NotAWord,
    NothingToCompare,
    NotInEdition,
    NotOnFile,
    PurposeFixed,
    StillNeeded,
)
from muvofiq.records.models import Edition, Mission
from muvofiq.records.queries.comparison import column_of, comparison_list, comparison_page
from muvofiq.records.queries.comparison_table import comparison_of
from muvofiq.records.queries.documents import concordance_of, documents_page
from muvofiq.records.queries.law_page import law_page
from muvofiq.records.queries.law_search import search
from muvofiq.records.queries.law_text import law_of, unit_of
from muvofiq.records.queries.mission_home import mission_home
from muvofiq.records.queries.missions import progress_of
from muvofiq.records.queries.recommendation_page import accepted_units, editions_to_amend
from muvofiq.records.queries.register_list import register_groups
from muvofiq.records.queries.requirement_page import requirement_page
from muvofiq.records.queries.requirements import scoped
from muvofiq.records.queries.scope_list import scope_list
from muvofiq.records.queries.seeking import Wanted, seek_provisions
from muvofiq.records.queries.whose_law import compared_states
from muvofiq.records.vectors import VectorTable
from muvofiq.records.words import Decision, Purpose
from tests.alignment.small import LetterModel
from tests.paths import LAW_BOOK, real
from tests.records.advising import advised
from tests.records.comparing import FOREIGN, OTHER, law_to_compare, matched
from tests.records.scanning import asked, scanner, worked
from tests.records.small import (
    IDS,
    REASON,
    STARTS,
    VICTIMS,
    Desk,
    accepted,
    desk,
    expert_in,
    history,
    law_on_file,
    mission_of,
    no_entry,
    one_entry,
    refused,
    scope_in,
    workbench,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 6)
LATVIA = Filing(purpose=Purpose.COMPARATOR, state="LV")


@pytest.fixture
def latvian(at: Desk) -> Edition:
    return law_to_compare(at.mission, at.expert)


def first_of(at: Desk, state: str, requirement_id: str = VICTIMS) -> tuple[Edition, str]:
    card = column_of(at.mission, requirement_id, state).candidates[0]
    return card.edition, card.eid


# What a law is to the mission


def test_a_law_of_another_state_is_a_row_of_its_own_in_the_register_and_the_history_tells_whose(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "import_edition"):
        edition = law_to_compare(at.mission, at.expert)
    assert (edition.act.purpose, edition.act.state) == ("comparator", "LV")
    assert history(at.mission)[-1].change.items() >= {"purpose": "comparator", "state": "LV"}.items()
    groups = register_groups(at.mission, "en")
    assert [(one.purpose, one.state, len(one.rows)) for one in groups] == [
        (Purpose.NATIONAL, "", 1),
        (Purpose.COMPARATOR, "LV", 1),
    ]


def test_a_later_edition_of_a_law_to_compare_with_is_never_filed_as_national_law_unsaid(
    at: Desk, latvian: Edition
) -> None:
    later = FOREIGN.read_text("utf-8").replace("by one person", "by one or more persons").encode()
    act = latvian.act
    act.number, act.adopted = "", None
    act.save()
    with refused(ActUnclear, match="Trafficking"):  # a like title alone does not tell of which state it is
        import_editions(at.expert, at.mission, data=later, file_name="later.txt")
    act.adopted = identity_of(law_of(latvian)).dates[0]
    act.save()
    with refused(ActUnclear, match="Trafficking"):  # nor do title and day: a person says whose law it is
        import_editions(at.expert, at.mission, data=later, file_name="later.txt")
    (edition,) = import_editions(at.expert, at.mission, data=later, file_name="later.txt", filing=Filing(act=act))
    assert edition.act == act
    newest = later.replace(b"no real state", b"no state")
    (edition,) = import_editions(at.expert, at.mission, data=newest, file_name="newest.txt", filing=LATVIA)
    assert edition.act == act


def test_for_a_like_title_alone_a_national_law_is_not_taken_for_the_law_of_another_state(at: Desk) -> None:
    other = law_to_compare(at.mission, at.expert, "KZ", OTHER)
    text = OTHER.read_text("utf-8") + "\nСтатья 99. Дополнение\nСлово.\n"
    (own,) = import_editions(
        at.expert, at.mission, data=text.encode(), file_name="own.txt", filing=Filing(is_new_act=True)
    )
    assert own.act != other.act
    again = text + "\nСтатья 100. Ещё\nСлово.\n"
    (later,) = import_editions(at.expert, at.mission, data=again.encode(), file_name="later.txt")
    assert later.act == own.act


def test_a_law_to_compare_with_needs_its_state_and_that_is_another_one(at: Desk) -> None:
    data = FOREIGN.read_bytes()
    for state, error in (("", Missing), ("TJ", NotAWord), ("LVA", NotAWord), ("1 ", NotAWord)):
        with refused(error):
            law = Filing(purpose=Purpose.COMPARATOR, state=state)
            import_editions(at.expert, at.mission, data=data, file_name="law.txt", filing=law)
        with refused(error):
            register_act(at.expert, at.mission, title={"en": "x"}, purpose=Purpose.COMPARATOR, state=state)
        with refused(error):
            upload_draft(at.expert, at.mission, data=data, file_name="law.txt", filing=law)


def test_a_standard_has_no_state_and_is_neither_matched_nor_compared(at: Desk) -> None:
    law = Filing(purpose=Purpose.STANDARD, state="LV")
    (edition,) = import_editions(at.expert, at.mission, data=FOREIGN.read_bytes(), file_name="standard.txt", filing=law)
    assert (edition.act.purpose, edition.act.state) == ("standard", "")
    matched()
    assert not at.mission.proposals.filter(edition=edition).exists()
    assert compared_states(at.mission) == []


def test_what_a_file_under_review_is_for_is_kept_until_it_is_filed_and_the_newest_word_holds(at: Desk) -> None:
    data = FOREIGN.read_bytes()
    draft = upload_draft(at.expert, at.mission, data=data, file_name="law.txt", filing=LATVIA)
    assert (draft.purpose, draft.state) == ("comparator", "LV")
    with no_entry(at.mission):
        upload_draft(at.expert, at.mission, data=data, file_name="law.txt", filing=LATVIA)
    with one_entry(at.mission, at.expert, "import_edition"):
        upload_draft(at.expert, at.mission, data=data, file_name="law.txt")
    draft.refresh_from_db()
    assert (draft.purpose, draft.state) == ("national", "")
    assert history(at.mission)[-1].change.items() >= {"purpose": "national", "state": ""}.items()


def test_a_state_is_kept_in_capital_letters_with_the_file_under_review_too(at: Desk) -> None:
    law = Filing(purpose=Purpose.COMPARATOR, state=" lv ")
    draft = upload_draft(at.expert, at.mission, data=FOREIGN.read_bytes(), file_name="law.txt", filing=law)
    assert (draft.purpose, draft.state) == ("comparator", "LV")
    assert history(at.mission)[-1].change.items() >= {"purpose": "comparator", "state": "LV"}.items()


def test_what_a_scan_is_for_is_kept_until_it_is_open_to_review(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner(monkeypatch)
    scan = asked(at.expert, at.mission, filing=LATVIA)
    assert (scan.purpose, scan.state) == ("comparator", "LV")
    assert history(at.mission)[-1].change.items() >= {"purpose": "comparator", "state": "LV"}.items()
    worked(scan)
    draft = at.mission.drafts.get()
    assert (draft.purpose, draft.state) == ("comparator", "LV")
    assert history(at.mission)[-1].change.items() >= {"purpose": "comparator", "state": "LV"}.items()


def test_what_an_act_is_can_be_corrected_while_nothing_rests_on_it(at: Desk) -> None:
    matched()
    act = at.edition.act
    with one_entry(at.mission, at.expert, "plan"):
        register_act(at.expert, at.mission, title=act.title, registered=act, purpose=Purpose.COMPARATOR, state="kz")
    assert (act.purpose, act.state) == ("comparator", "KZ")
    assert not at.mission.proposals.exists()
    matched()
    assert set(at.mission.proposals.values_list("state", flat=True)) == {"KZ"}
    assert set(at.mission.outcomes.values_list("state", flat=True)) == {"KZ"}


def test_what_an_act_is_stays_once_answers_rest_on_it(at: Desk) -> None:
    accepted(at)
    act = at.edition.act
    with refused(PurposeFixed, match="answers"):
        register_act(at.expert, at.mission, title=act.title, registered=act, purpose=Purpose.COMPARATOR, state="LV")
    assert issubclass(PurposeFixed, StillNeeded)
    register_act(at.expert, at.mission, title={"en": "Corrected"}, registered=act, purpose=Purpose.NATIONAL)
    register_act(at.expert, at.mission, title={"en": "Corrected again"}, registered=act)
    assert (act.purpose, act.title["en"]) == ("national", "Corrected again")


# Matching


def test_each_law_is_ranked_by_itself_and_national_law_as_if_it_stood_alone(at: Desk) -> None:
    matched()
    alone = list(
        at.mission.proposals.order_by("requirement", "rank").values_list("requirement", "rank", "eid", "score")
    )
    law_to_compare(at.mission, at.expert)
    law_to_compare(at.mission, at.expert, "PT", OTHER)
    matched()
    own = at.mission.proposals.filter(state="").order_by("requirement", "rank")
    assert list(own.values_list("requirement", "rank", "eid", "score")) == alone
    for state, name in (("LV", "trafficking-en"), ("PT", "refugees-ru")):
        theirs = at.mission.proposals.filter(state=state, requirement__requirement_id=VICTIMS)
        assert [one.rank for one in theirs] == [1, 2, 3, 4, 5]
        assert {one.edition.name for one in theirs} == {name}
        outcomes = at.mission.outcomes.filter(state=state)
        assert (outcomes.count(), outcomes[0].looked_at) == (len(IDS), [name])
    job = at.mission.jobs.order_by("-asked_at")[0]
    assert job.result["editions"] == ["border-law-ru"]
    assert job.result["compared"] == {"LV": ["trafficking-en"], "PT": ["refugees-ru"]}


def test_the_progress_tells_whose_law_is_read_and_matched(at: Desk, latvian: Edition) -> None:
    model = LetterModel()
    stages: list[str] = []

    job = at.mission.jobs.order_by("-asked_at")[0]
    match_mission(job, Meaning(model.model, VectorTable(), model), lambda stage, *_: stages.append(stage))
    assert {"Matching", "Matching · LV", "Embedding the law · LV"} <= {*stages}
    assert compared_states(at.mission) == [latvian.act.state]


def test_with_a_model_a_second_matching_reads_no_text_again(at: Desk, latvian: Edition) -> None:
    model = LetterModel()
    meaning = Meaning(model.model, VectorTable(), model)
    while work_once(lambda: meaning):
        pass
    seen = list(model.seen)
    assert any("trafficking" in str(text).casefold() for text in seen)
    law_to_compare(at.mission, at.expert, "PT", FOREIGN.parent / "readmission.en.txt")
    while work_once(lambda: meaning):
        pass
    assert not [text for text in model.seen[len(seen) :] if text in seen]
    assert latvian.act.state == "LV"


def test_a_law_to_compare_with_asks_for_matching_and_so_does_another_state(at: Desk) -> None:
    matched()
    edition = law_to_compare(at.mission, at.expert)
    assert at.mission.jobs.filter(state="waiting").count() == 1
    matched()
    register_act(
        at.expert, at.mission, title=edition.act.title, registered=edition.act, purpose=Purpose.COMPARATOR, state="EE"
    )
    matched()
    assert set(at.mission.proposals.values_list("state", flat=True)) == {"", "EE"}


def test_laws_to_compare_with_are_matched_though_no_national_law_is_on_file() -> None:
    manager = workbench()
    mission = mission_of(manager)
    expert = expert_in(mission, manager)
    law_to_compare(mission, expert)
    scope_in(mission, expert)
    matched()
    assert set(mission.outcomes.values_list("state", flat=True)) == {"LV"}
    assert comparison_page(mission, VICTIMS).columns[0].candidates == ()


# Accepting, quoting, and keeping national law apart


def test_a_provision_of_another_state_is_accepted_and_quoted_word_for_word(at: Desk, latvian: Edition) -> None:
    matched()
    edition, eid = first_of(at, "LV")
    assert edition == latvian
    answer = decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid=eid, decision=Decision.ACCEPTED)
    words = unit_of(edition, eid).words.split("\n")[0][:40]
    assert quote(at.expert, answer, words).words == words
    with refused(NotInEdition):
        quote(at.expert, answer, "Words that no law of Latvia has")
    card = column_of(at.mission, VICTIMS, "LV").candidates[0]
    assert (card.state, card.quotations[0].words) == ("accepted", words)


def test_nothing_of_it_counts_for_national_law(at: Desk, latvian: Edition) -> None:
    matched()
    before = progress_of(at.mission), scope_list(at.mission), requirement_page(at.mission, VICTIMS, "en")
    edition, eid = first_of(at, "LV")
    decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid=eid, decision=Decision.ACCEPTED)
    assert (progress_of(at.mission), scope_list(at.mission), requirement_page(at.mission, VICTIMS, "en")) == before
    assert latvian not in editions_to_amend(at.mission)
    assert list(accepted_units(at.mission)) == []
    home = mission_home(at.mission)
    assert ([one.pk for one in home.acts], home.compared) == ([at.edition.act_id], ["LV"])
    table = concordance_of(at.mission, "en", TODAY)
    assert [law.name for law in table.acts] == ["border-law-ru"]
    assert all(row.answer is None or row.answer.state is State.PROPOSED for row in table.rows)
    assert documents_page(at.mission, ["en"], TODAY).without_answer == len(IDS)
    assert {name for name, _ in search(at.mission, "victim")} <= {at.edition}


def test_only_national_acts_can_be_amended(at: Desk, latvian: Edition) -> None:
    row = advised(at)
    with refused(NotOnFile, match="own state"):
        amend(at.expert, row, act=latvian.act, edition=latvian, eid="art_1", proposed="x")


def test_the_search_finds_national_law_unless_another_is_wanted(at: Desk, latvian: Edition) -> None:
    law_to_compare(at.mission, at.expert, "PT", FOREIGN.parent / "readmission.en.txt")

    def acts(wanted: Wanted) -> set[str]:
        return {hit.article.partition("~")[0] for hit in seek_provisions(at.mission, wanted).hits}

    assert acts(Wanted("article 4")) == {"border-law-ru"}
    assert acts(Wanted("article 4", purpose=Purpose.COMPARATOR)) == {latvian.name, "readmission-en"}
    assert acts(Wanted("article 4", purpose=Purpose.COMPARATOR, state="LV")) == {latvian.name}
    assert {one.name for one, _ in search(at.mission, "article 4", "PT")} == {"readmission-en"}


def test_the_page_of_a_law_to_compare_with_shows_what_rests_on_it(at: Desk, latvian: Edition) -> None:
    decide_candidate(at.expert, at.mission, VICTIMS, edition=latvian, eid="art_4", decision=Decision.ACCEPTED)
    (rests,) = (row.rests for row in law_page(latvian).tree if row.unit.eid == "art_4")
    assert rests
    assert [one.requirement.id for one in rests.findings] == [VICTIMS]


# The pages and the table


def test_the_list_tells_of_each_law_how_much_it_has_and_the_first_provision(at: Desk, latvian: Edition) -> None:
    matched()
    edition, eid = first_of(at, "LV")
    decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid=eid, decision=Decision.ACCEPTED)
    page = comparison_list(at.mission)
    assert page.states == ("LV",)
    row = next(one for one in page.rows if one.requirement.id == VICTIMS)
    own, theirs = row.cells
    assert (own.accepted, own.proposed, own.edition, own.is_accepted) == (0, 5, at.edition, False)
    assert (theirs.accepted, theirs.proposed, theirs.edition, theirs.eid) == (1, 4, latvian, eid)
    assert theirs.is_accepted
    assert len(page.rows) == len(IDS)


def test_at_most_two_laws_stand_beside_national_law_and_a_reader_chooses_which(at: Desk, latvian: Edition) -> None:
    law_to_compare(at.mission, at.expert, "PT", FOREIGN.parent / "readmission.en.txt")
    law_to_compare(at.mission, at.expert, "EU", OTHER)
    matched()

    def shown(*chosen: str) -> list[str]:
        return [one.state for one in comparison_page(at.mission, VICTIMS, chosen).columns]

    assert shown() == ["", "LV", "PT"]
    assert shown("EU") == ["", "EU"]
    assert shown("EU", "PT", "LV") == ["", "EU", "PT"]
    assert shown("EU", "EU", "PT") == ["", "EU", "PT"]
    assert shown("nowhere", "\x00") == ["", "LV", "PT"]
    page = comparison_page(at.mission, VICTIMS)
    assert page.states == ("LV", "PT", "EU")
    assert [one.chances is not None for one in page.columns] == [True, True, True]
    assert [one.edition for one in page.columns[1].candidates] == [latvian] * 5
    with pytest.raises(NotOnFile):
        comparison_page(at.mission, "vul-best-interests-of-nothing")


def test_the_table_shows_each_requirement_with_the_places_of_each_law(at: Desk, latvian: Edition) -> None:
    matched()
    edition, eid = first_of(at, "LV")
    answer = decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid=eid, decision=Decision.ACCEPTED)
    words = unit_of(edition, eid).words.split("\n")[0][:30]
    quote(at.expert, answer, words)
    write_translation(
        at.expert, edition, eid, heading="", text="По-русски.", language="ru", translator="A. B.", is_machine=False,
        translated_on=STARTS,
    )  # fmt: skip
    table = comparison_of(at.mission, "ru", TODAY)
    assert [law.state for law in table.laws] == ["TJ", "LV"]
    assert [row.requirement.id for row in table.rows if row.opens] == list(IDS)
    own, theirs = table.rows[0].places
    assert own
    assert own.answer
    assert (own.answer.act, own.answer.state) != (latvian.name, State.ACCEPTED)
    assert theirs
    assert theirs.answer
    assert (theirs.answer.state, theirs.answer.quotations) == (State.ACCEPTED, (words,))
    assert "По-русски." in theirs.answer.translation
    sheets = openpyxl.load_workbook(BytesIO(write_comparison(table, "ru"))).worksheets
    texts = [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert [text for text in texts if f"«{words}»" in text]
    assert {"Таджикистан", "Латвия"} <= {*texts}
    assert any("найдена" in text or "найдено" in text for text in texts)


def test_a_judged_requirement_shows_what_is_accepted_and_other_laws_keep_their_proposals(at: Desk) -> None:
    law_to_compare(at.mission, at.expert)
    matched()
    accepted(at)
    give_verdict(at.expert, at.mission, VICTIMS, law=Verdict.FULL, reason=REASON, version=0)
    rows = [row for row in comparison_of(at.mission, "en", TODAY).rows if row.requirement.id == VICTIMS]
    assert [bool(row.places[0]) for row in rows] == [True, False, False]
    assert all(row.places[1] for row in rows)
    assert {str(law.table.judged) for law in comparison_of(at.mission, "en", TODAY).laws} == {"True"}


def test_no_word_of_a_restricted_law_stands_in_the_table(at: Desk) -> None:
    kept_back = "every watchman reports to the victim at once"
    law = f"For official use\nAct on Posts\nArticle 1. Order\n{kept_back}.\nArticle 2. End\nThe end.\n"
    (edition,) = import_editions(
        at.expert, at.mission, data=law.encode(), file_name="posts.txt", filing=LATVIA, may_use_restricted=True
    )
    assert edition.is_restricted
    answer = decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid="art_1", decision=Decision.ACCEPTED)
    quote(at.expert, answer, kept_back)
    matched()
    data = write_comparison(comparison_of(at.mission, "en", TODAY), "en")
    texts = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(BytesIO(data)).worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert phrases("concordance", "en")("withheld") in texts
    assert not [text for text in texts if "watchman" in text]


def test_without_a_law_to_compare_with_there_is_no_table(at: Desk) -> None:
    with refused(NothingToCompare):
        comparison_of(at.mission, "en", TODAY)


# Real and bilateral acts


def test_a_real_act_of_the_union_is_a_law_to_compare_with(at: Desk) -> None:
    path = real("gold/structure/eu_32022l2555_en") / "source.xml"
    filing = Filing(purpose=Purpose.COMPARATOR, state="EU")
    (edition,) = import_editions(at.expert, at.mission, data=path.read_bytes(), file_name=path.name, filing=filing)
    matched()
    found = column_of(at.mission, VICTIMS, "EU")
    assert found.editions == (edition,)
    assert found.chances
    eid = found.candidates[0].eid if found.candidates else "art_1"
    answer = decide_candidate(at.expert, at.mission, VICTIMS, edition=edition, eid=eid, decision=Decision.ACCEPTED)
    words = " ".join(unit_of(edition, eid).words.split()[:8])
    quote(at.expert, answer, words)
    table = comparison_of(at.mission, "en", TODAY)
    assert [law.state for law in table.laws] == ["TJ", "EU"]
    place = table.rows[0].places[1]
    assert place
    assert place.answer
    assert place.answer.quotations


def agreement_on_file(mission: Mission, at: Desk) -> Edition:
    act = register_act(at.expert, mission, title={"ru": "Соглашение о реадмиссии"}, kind="treaty")
    return law_on_file(mission, at.expert, file=LAW_BOOK / "readmission.ru.txt", act=act)


@pytest.mark.parametrize(
    ("requirement_id", "article"),
    [("rdm-own-nationals", "art_2"), ("rdm-time-limits", "art_6"), ("rdm-transit", "art_8")],
)
def test_a_bilateral_agreement_answers_the_requirements_on_readmission_as_a_law_does(
    requirement_id: str, article: str
) -> None:
    at = desk(slug="border", ids=["rdm-own-nationals", "rdm-time-limits", "rdm-transit"])
    edition = agreement_on_file(at.mission, at)
    matched()
    cards = requirement_page(at.mission, requirement_id, "ru").candidates
    assert article in [one.eid.partition("__")[0] for one in cards if one.edition == edition][:2]
    answer = decide_candidate(
        at.expert, at.mission, requirement_id, edition=edition, eid=article, decision=Decision.ACCEPTED
    )
    quote(at.expert, answer, " ".join(unit_of(edition, article).words.split()[:6]))
    assert scoped(at.mission, requirement_id) == answer.requirement
    assert progress_of(at.mission).answered == 1
