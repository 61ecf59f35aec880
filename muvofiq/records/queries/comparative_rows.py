"""The rows of the comparative table: each proposed wording with its clause, its proof and what speaks against it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.timezone import localdate

from muvofiq.errors import MuvofiqError
from muvofiq.publication.comparative import ComparativeRow, Unclear
from muvofiq.publication.dates import written_day
from muvofiq.publication.phrases import phrases
from muvofiq.records.errors_amendment import AmendedInWords, AmendedTwice, OnOlderText
from muvofiq.records.models import Amendment, Mission
from muvofiq.records.queries.amending_act import drafted_acts
from muvofiq.records.queries.amendment_page import needs_editor, worked_out_saved
from muvofiq.records.queries.judgements import contribution_of
from muvofiq.records.queries.law_text import eids_of
from muvofiq.records.queries.printed_translations import printed_translations
from muvofiq.records.queries.recommendation_page import AmendmentRow, RecommendationRow
from muvofiq.records.words import RecommendationKind
from muvofiq.standards.requirement import in_language

Unfit = dict[str, tuple[Unclear, list[str]]]  # by the name of an amendment why it stands in no draft, and with which


def comparative_rows(
    mission: Mission, recommendations: Sequence[RecommendationRow], language: str
) -> tuple[ComparativeRow, ...]:
    """Return the rows by act and unit, the languages of a unit together; what amends nothing stands at the end."""
    placed = _in_order([(row, one) for row in recommendations for one in row.amendments])
    translations = printed_translations(
        [
            (one.amendment.edition, one.amendment.eid)
            for _, one in placed
            if one.amendment.edition and one.amendment.eid
        ],
        language,
    )
    numbers = {str(one.amendment): _number(row, one.amendment) for row, one in placed}
    unfit = _unfit(mission, numbers)
    amended = (_amended(row, one, language, translations, unfit=unfit) for row, one in placed)
    return (*amended, *(_whole(row, language) for row in recommendations if not row.amendments))


def _in_order(placed: list[tuple[RecommendationRow, AmendmentRow]]) -> list[tuple[RecommendationRow, AmendmentRow]]:
    """Order amendments by the acts in the order of the register, their units as printed, and the languages.

    A new unit stands behind the last of the unit that it follows.
    """
    printed: dict[tuple[object, str], int] = {}
    amendments = [one.amendment for _, one in placed]
    for edition in {one.edition.pk: one.edition for one in amendments if one.edition}.values():
        for at, eid in enumerate(eids_of(edition)):
            printed.setdefault((edition.act_id, eid), at)

    def place(one: Amendment) -> tuple[object, ...]:
        behind = [at for (act, eid), at in printed.items() if act == one.act_id and _lies_in(eid, one.after)]
        at = max(behind, default=len(printed)) if one.after else printed.get((one.act_id, one.eid), len(printed))
        language = one.edition.language if one.edition else ""
        return one.act.position, str(one.act_id), at, bool(one.after), language, one.recommendation.number, one.number

    return sorted(placed, key=lambda pair: place(pair[1].amendment))


def _lies_in(eid: str, unit: str) -> bool:
    return f"{eid}__".startswith(f"{unit}__")


def _number(row: RecommendationRow, one: Amendment) -> str:
    """Return how a row is numbered: as the recommendation, or as the amendment where there are several."""
    return str(one) if len(row.amendments) > 1 else f"R{one.recommendation.number}"


def _unfit(mission: Mission, numbers: Mapping[str, str]) -> Unfit:
    """Return which amendments stand in no draft amending act with the others; of two that meet, both are told."""
    found: Unfit = {}
    for act in drafted_acts(mission):
        names = [str(one) for one in act.meeting]
        found |= {name: (Unclear.MEETS, [numbers.get(one, one) for one in names if one != name]) for name in names}
        for amendment, error in act.left_out:
            if isinstance(error, AmendedTwice):
                pair = str(amendment), str(error.values["other"])
                for one, other in (pair, pair[::-1]):
                    found.setdefault(one, (Unclear.MEETS, []))[1].append(numbers.get(other, other))
            else:
                found[str(amendment)] = (_why(error), [])
    return found


def _why(error: MuvofiqError) -> Unclear:
    reasons = {AmendedInWords: Unclear.NO_TEXT, OnOlderText: Unclear.OLDER}
    return reasons.get(type(error), Unclear.LEFT_OUT)


def _whole(row: RecommendationRow, language: str) -> ComparativeRow:
    """Return a recommendation without any wording."""
    one = row.recommendation
    return ComparativeRow(
        number=f"R{one.number}",
        text=in_language(one.text, language) if one.text else "",
        kind=RecommendationKind(one.kind),
        reason=in_language(one.reason, language) if one.reason else "",
        requirements=tuple(requirement.code for requirement in row.requirements),
        contributions=tuple(contribution_of(note, language) for note in row.contributions),
        key=one.is_key,
    )


def _amended(
    row: RecommendationRow, placed: AmendmentRow, language: str, translations: Mapping[str, str], *, unfit: Unfit
) -> ComparativeRow:
    one, say = placed.amendment, phrases("comparative", language)
    is_restricted = one.edition is not None and one.edition.is_restricted
    withheld = say("withheld") if is_restricted else ""
    unclear, others = unfit.get(str(one), (None, []))
    compared = replace(
        _whole(row, language),
        number=_number(row, one),
        act=in_language(one.act.title, language),
        edition=_edition(one, language),
        unit=say("behind", unit=placed.unit) if one.after else placed.unit,
        current=one.current and (withheld or one.current),
        proposed=one.proposed and (withheld or one.proposed),
        translation=translations.get(f"{one.edition.name}~{one.eid}", "") if one.edition else "",
        unclear=unclear,
        others=tuple(others),
    )
    return _proven(compared, one, withheld)


def _proven(row: ComparativeRow, one: Amendment, withheld: str) -> ComparativeRow:
    """Return the row with the clause and what the machine proves of it; as it is where there is no clause."""
    if one.edition is None:
        return row
    try:
        worked = worked_out_saved(one)
    except MuvofiqError:
        return replace(row, unclear=row.unclear or Unclear.LEFT_OUT)
    return replace(
        row,
        clause=withheld or worked.clause,
        needs_editor=needs_editor(one.edition.language),
        claims=tuple(worked.proof.claims.items()),
    )


def _edition(one: Amendment, language: str) -> str:
    """Return in which language and of which day the text is that is compared."""
    say = phrases("comparative", language)
    if one.edition is None:
        return say("no_text")
    imported = written_day(localdate(one.edition.imported_at), language)
    day = written_day(one.edition.as_of, language) if one.edition.as_of else say("no_day", date=imported)
    return say("edition_in", language=say(f"language_{one.edition.language}"), day=day)
