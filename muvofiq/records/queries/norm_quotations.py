"""The quotations of norms on the page of a requirement, and the texts on file from which more can be quoted."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError

from muvofiq.law.citing import cite
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Edition, Mission, NormQuotation
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.difference import Update, updates_of
from muvofiq.records.queries.editions import newest_of
from muvofiq.records.queries.law_text import editions_on_file, reference_to
from muvofiq.records.queries.own_standards import own_words
from muvofiq.records.queries.own_units import own_units
from muvofiq.records.queries.requirements import requirement_of
from muvofiq.records.words import Purpose


@dataclass(frozen=True, slots=True)
class NormQuoted:
    """A quotation with its unit as lawyers cite it, and what a newer edition has there."""

    quotation: NormQuotation
    citation: str
    update: Update | None


@dataclass(frozen=True, slots=True)
class UnitToQuote:
    """A unit of a text on file; ``value`` names edition and unit in a form."""

    value: str
    citation: str


@dataclass(frozen=True, slots=True)
class TextToQuote:
    """A standard on file in one language with its units; ``is_cited`` where the requirement cites units of it."""

    edition: Edition
    units: tuple[UnitToQuote, ...]
    cited: tuple[UnitToQuote, ...]

    @property
    def is_cited(self) -> bool:
        """Whether the requirement cites it."""
        return bool(self.cited)


@dataclass(frozen=True, slots=True)
class NormSide:
    """All that the page shows: what is quoted, the cited texts first, and how many others are on file."""

    quotations: tuple[NormQuoted, ...]
    texts: tuple[TextToQuote, ...]

    @property
    def cited(self) -> tuple[TextToQuote, ...]:
        """The texts that the requirement cites."""
        return tuple(one for one in self.texts if one.is_cited)

    @property
    def others(self) -> tuple[TextToQuote, ...]:
        """The other standards on file."""
        return tuple(one for one in self.texts if not one.is_cited)


def norm_quotations_on(mission: Mission, saved: Saved) -> NormSide:
    """Return the quotations for a requirement and the standards on file, the cited ones first."""
    rows = list(
        mission.norm_quotations.filter(requirement=saved).select_related(
            "edition__act", "edition__mission", "requirement", "quoted_by"
        )
    )
    updates = updates_of(rows)
    quotations = tuple(NormQuoted(one, _citation(one), updates.get((one.edition_id, one.eid))) for one in rows)
    editions = newest_of(editions_on_file(mission, Purpose.STANDARD))
    if not editions:
        return NormSide(quotations, ())
    cited: dict[UUID, list[str]] = {}
    for one in own_words(mission, requirement_of(saved)):
        cited.setdefault(one.edition.act_id, []).append(one.unit.eid)
    texts = [_text(one, cited.get(one.act_id, [])) for one in editions]
    return NormSide(quotations, tuple(sorted(texts, key=lambda one: not one.is_cited)))


def norm_quotation_named(mission: Mission, pk: str) -> NormQuotation:
    """Return a quotation of a norm; raises NotOnFile."""
    try:
        found = mission.norm_quotations.select_related("edition", "requirement", "mission").filter(pk=pk).first()
    except ValidationError:  # no key at all
        found = None
    if found is None:
        raise NotOnFile(f"{mission}", sort="quotation", name=str(pk))
    return found


def _text(edition: Edition, cited: list[str]) -> TextToQuote:
    units = {eid: UnitToQuote(f"{edition.name}~{eid}", unit.citation) for eid, unit in own_units(edition).items()}
    return TextToQuote(edition, tuple(units.values()), tuple(units[eid] for eid in cited if eid in units))


def _citation(one: NormQuotation) -> str:
    return cite(reference_to(one.edition, one.eid), one.edition.language)
