"""What is known of the findings of a mission when the quality checks look at them, gathered at once for all of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from uuid import UUID

from muvofiq.assessment.facts import Asked, Facts, Hands, Norm
from muvofiq.assessment.particulars import TEXTS
from muvofiq.assessment.personal_data import found
from muvofiq.assessment.scale import State
from muvofiq.records.models import AgencyAnswer, Finding, Mission
from muvofiq.records.queries.advice import advice_on
from muvofiq.records.queries.assessments import assessment_of
from muvofiq.records.queries.finding_evidence import evidence_of
from muvofiq.records.queries.norms import instruments_of
from muvofiq.records.queries.opinions import SecondOpinion, Standing, opinions_of
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.queries.whose_law import editions_of_state
from muvofiq.records.words import ContributionKind
from muvofiq.standards.force import force_of
from muvofiq.standards.model_article import model_articles
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.thesaurus import LANGUAGES

SHOWN = 3  # letters of what looks like data on a person
OFFENCE = ("criminal_code", "offence")  # where a law of the region would answer a demand for criminal liability


def findings_in_scope(mission: Mission, ids: Collection[str] | None = None) -> list[Finding]:
    """Return the findings on requirements of the scope in its order: of all, or of some."""
    rows = mission.findings.filter(requirement__scoped__mission=mission)
    wanted = rows if ids is None else rows.filter(requirement__requirement_id__in=ids)
    return list(wanted.select_related("requirement", "judged_by", "moved_by").order_by("requirement__scoped__position"))


def facts_of(mission: Mission, findings: Collection[Finding]) -> dict[UUID, Facts]:
    """Return what is known of each of these findings, by its key; a handful of queries for all of them."""
    evidence, hands = evidence_of(mission, findings), _hands(mission, findings)
    asked, languages = _asking(mission), _languages(mission)
    return {
        one.pk: Facts(
            assessment_of(one),
            state=State(one.state),
            look_again=one.look_again,
            asked=asked(requirement_of(one.requirement)),
            evidence=evidence[one.requirement_id],
            hands=hands[one.pk],
            languages=languages,
            personal=_personal(one),
        )
        for one in findings
    }


def _asking(mission: Mission) -> Callable[[Requirement], Asked]:
    """Return how a requirement is told to the checks; each instrument is asked for its force once."""
    known = instruments_of(mission)

    @cache
    def binds(name: str) -> bool:
        return name in known and force_of(known[name], mission.state, mission.starts).binds

    def asked(requirement: Requirement) -> Asked:
        norms = tuple(
            Norm(
                str(one),
                tuple(known[one.instrument].title.values()) if one.instrument in known else (),
                binds(one.instrument),
                one.unconfirmed,
            )
            for one in requirement.citations
        )
        first = next(iter(model_articles().get(requirement.id, ())), None)
        is_offence = first is not None and (first.act, first.form) == OFFENCE
        return Asked(len(requirement.elements), norms, requirement.signed is not None, is_offence)

    return asked


def _languages(mission: Mission) -> tuple[str, ...]:
    """Return the languages of the acts of the state in which the product speaks."""
    of_acts = {one.language for one in editions_of_state(mission)}
    return tuple(code for code in LANGUAGES if code in of_acts)


def _personal(finding: Finding) -> tuple[str, ...]:
    """Return what looks like data on a person in the texts, cut short: pages and files must not repeat it."""
    told = assessment_of(finding)
    texts = (text for name in TEXTS for text in getattr(told.particulars, name).values())
    seen = (one for text in (*told.reason.values(), *texts) for one in _looks_personal(text))
    return tuple(dict.fromkeys(f"{words[:SHOWN]}…" for words in seen))


@lru_cache(maxsize=4096)
def _looks_personal(text: str) -> tuple[str, ...]:
    return tuple(one.words for one in found(text))


def _hands(mission: Mission, findings: Collection[Finding]) -> dict[UUID, Hands]:
    by_name = {one.requirement.requirement_id: one for one in findings}
    opinions = _opinions(mission, by_name)
    objections, unread = _objections(mission, by_name), _unread(mission, by_name)
    recommended = advice_on(mission, [one.requirement_id for one in findings])
    return {
        one.pk: Hands(
            checked_own=one.judged_by.name if _is_own_check(one) else "",
            opinions=len(opinions[name]),
            awaited=sum(seen.standing is Standing.WAITING for seen in opinions[name]),
            disagreements=sum(seen.standing is Standing.DISAGREED for seen in opinions[name]),
            objections=objections[name],
            unread=unread[name],
            recommendations=recommended[one.requirement_id],
        )
        for name, one in by_name.items()
    }


def _is_own_check(finding: Finding) -> bool:
    return finding.state == State.CHECKED.value and finding.moved_by_id == finding.judged_by_id


def _opinions(mission: Mission, by_name: Mapping[str, Finding]) -> defaultdict[str, list[SecondOpinion]]:
    given: defaultdict[str, list[SecondOpinion]] = defaultdict(list)
    for one in opinions_of(mission, on=next(iter(by_name))) if len(by_name) == 1 else opinions_of(mission):
        given[one.requirement.id].append(one)
    return given


def _objections(mission: Mission, by_name: Mapping[str, Finding]) -> Counter[str]:
    """Count the objections that were noted since each verdict."""
    rows = mission.contributions.filter(kind=ContributionKind.OBJECTION.value, requirements__requirement_id__in=by_name)
    return _since(rows.order_by().values_list("requirements__requirement_id", "noted_at"), by_name)


def _unread(mission: Mission, by_name: Mapping[str, Finding]) -> Counter[str]:
    """Count the written answers of agencies that were taken in since each verdict."""
    rows = AgencyAnswer.objects.filter(questionnaire__mission=mission, requirement__requirement_id__in=by_name)
    return _since(rows.order_by().values_list("requirement__requirement_id", "taken_at"), by_name)


def _since(rows: Iterable[tuple[str, datetime]], by_name: Mapping[str, Finding]) -> Counter[str]:
    return Counter(name for name, at in rows if name in by_name and at > by_name[name].judged_at)
