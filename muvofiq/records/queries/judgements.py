"""What persons judged, quoted, said and recommended on each requirement, as the table of concordance prints it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.utils.timezone import localdate

from muvofiq.assessment.absence import Absence
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import State
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.publication.absence_words import absence_words
from muvofiq.publication.concordance import Doubt, Judgement, NormQuoted, Settled
from muvofiq.publication.judged import Judged
from muvofiq.publication.phrases import phrases
from muvofiq.records.models import Contribution, Finding, Mission, NormQuotation
from muvofiq.records.queries.authors import Author, authors_of
from muvofiq.records.queries.editions import newer_in
from muvofiq.records.queries.opinions import SettlementSeen, open_disagreements, settlements_on
from muvofiq.records.queries.recommendation_page import recommendation_list
from muvofiq.records.queries.requirements import scope_of
from muvofiq.records.queries.whose_law import answers_on
from muvofiq.records.words import Decision
from muvofiq.standards.requirement import Words, in_language


def judged_on(mission: Mission, language: str, absence: Absence) -> dict[str, Judged]:
    """Return what persons say by the id of the requirement.

    ``absence`` says in which acts a provision was not found; it stands beside a verdict «not found» alone, and never
    as «absent» where a provision is accepted all the same.
    """
    rows = mission.findings.select_related("judged_by", "requirement", "carried_from")
    findings = {one.requirement_id: one for one in rows}
    said, recommended = _said(mission, language), _recommended(mission, language)
    quoted, settled = _quoted(mission, language), settlements_on(mission)
    authors, doubts, accepted = authors_of(mission), _doubts(mission), _accepted(mission)
    sought = {one: absence_words(replace(absence, is_contradicted=one), language) for one in (True, False)}
    return {
        name: Judged(
            judgement_of(
                findings.get(key),
                language,
                author=authors.get(name),
                settled=_last(settled.get(name, ())),
                sought=sought[key in accepted],
                doubts=doubts.get(name, ()),
            ),
            tuple(said[key]),
            tuple(recommended[name]),
            tuple(quoted[key]),
        )
        for item in scope_of(mission)
        for key, name in [(item.requirement_id, item.requirement.requirement_id)]
    }


def judgement_of(
    finding: Finding | None,
    language: str,
    *,
    author: Author | None = None,
    settled: tuple[SettlementSeen, ...] = (),
    sought: str = "",
    doubts: tuple[Doubt, ...] = (),
) -> Judgement | None:
    """Return a finding as it is printed; None where nobody has judged."""
    if finding is None or {finding.law, finding.practice} == {Verdict.NOT_ASSESSED.value}:
        return None
    law = Verdict(finding.law)
    return Judgement(
        law,
        Verdict(finding.practice),
        _told(finding.reason, language),
        _by(author, language) if author else finding.judged_by.name,
        localdate(finding.judged_at),
        (finding.carried_from.edition, finding.requirement.edition) if finding.carried_from else None,
        finding.look_again,
        State(finding.state),
        Particulars.parse(finding.particulars),
        tuple(_settled(one, language) for one in settled),
        sought if law is Verdict.NOT_FOUND else "",
        doubts,
    )


def contribution_of(note: Contribution, language: str) -> str:
    """Return what an agency said, with its number and name."""
    agency = in_language(note.agency.short or note.agency.name, language)
    return f"C{note.number} {agency}: {in_language(note.text, language)}"


def _by(author: Author, language: str) -> str:
    """Name whose judgement it is and, where a disagreement was settled so, who settled it."""
    if not author.settled_by:
        return author.name
    say = phrases("concordance", language)
    return say("by_second" if author.is_second else "by_first", name=author.name, settler=author.settled_by)


def _doubts(mission: Mission) -> dict[str, tuple[Doubt, ...]]:
    """Return by the id of the requirement why nobody should rely on its verdict yet."""
    disputed = {one.requirement.id for one in open_disagreements(mission)}
    rows = answers_on(mission).filter(decision=Decision.ACCEPTED.value, edition__in=list(newer_in(mission)))
    outdated = set(rows.order_by().values_list("requirement__requirement_id", flat=True))
    found = {Doubt.DISPUTED: disputed, Doubt.OUTDATED: outdated}
    return {name: tuple(doubt for doubt, names in found.items() if name in names) for name in disputed | outdated}


def _accepted(mission: Mission) -> set[UUID]:
    """Return the keys of the requirements for which a provision of national law is accepted."""
    rows = answers_on(mission).filter(decision=Decision.ACCEPTED.value)
    return set(rows.order_by().values_list("requirement_id", flat=True))


def _last(settled: tuple[SettlementSeen, ...]) -> tuple[SettlementSeen, ...]:
    """Return the last settlement with each second opinion, the oldest first: a dissent stands beside all others."""
    last = {one.row.opinion_id: one for one in settled}
    return tuple(one for one in settled if last[one.row.opinion_id] is one)


def _settled(seen: SettlementSeen, language: str) -> Settled:
    row = seen.row
    return Settled(
        row.settled_by.name,
        localdate(row.settled_at),
        _told(row.why, language),
        _told(row.dissent, language),
        row.dissenter.name if row.dissenter else "",
        seen.is_superseded,
    )


def _said(mission: Mission, language: str) -> dict[object, list[str]]:
    said: dict[object, list[str]] = defaultdict(list)
    for note in mission.contributions.select_related("agency").prefetch_related("requirements"):
        for requirement in note.requirements.all():
            said[requirement.pk].append(contribution_of(note, language))
    return said


def _recommended(mission: Mission, language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in recommendation_list(mission, is_standing=True):
        one = row.recommendation
        head = " ".join(filter(None, (f"R{one.number}", row.unit)))
        for requirement in row.requirements:
            found[requirement.id].append(f"{head}: {in_language(one.text or one.reason, language)}")
    return found


def _quoted(mission: Mission, language: str) -> Mapping[object, list[NormQuoted]]:
    found: dict[object, list[NormQuoted]] = defaultdict(list)
    for one in mission.norm_quotations.select_related("edition__act"):
        found[one.requirement_id].append(_norm(one, language))
    return found


def _norm(one: NormQuotation, language: str) -> NormQuoted:
    edition = one.edition
    citation = cite(Reference.parse(f"{edition.name}~{one.eid}"), edition.language)
    words = "" if edition.is_restricted else one.words
    return NormQuoted(in_language(edition.act.title, language), citation, edition.language, words)


def _told(text: Words, language: str) -> str:
    return in_language(text, language) if text else ""
