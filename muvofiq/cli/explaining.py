"""The reasons of a matching as lines of text, the same that the requirement page of the workbench shows."""

from collections.abc import Iterator, Mapping, Sequence

from muvofiq.alignment.candidate import Candidate, Found
from muvofiq.alignment.concepts import Concepts
from muvofiq.alignment.dissection import dissection_for
from muvofiq.alignment.match import make_pools
from muvofiq.alignment.pool import Pool
from muvofiq.alignment.sentences import best_sentences
from muvofiq.alignment.unit import Unit, units_of
from muvofiq.law.citing import cite
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from muvofiq.publication.concordance import cited_units
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.requirement import Requirement, in_language


class Explainer:
    """Tells why provisions are proposed; made once for all requirements."""

    def __init__(self, catalogue: Catalogue, acts: Sequence[Law], language: str) -> None:
        self.language = language
        self._cited = cited_units(acts)
        self._units = {unit.id: unit for act in acts for unit in units_of(act)}
        concepts = Concepts(catalogue.thesaurus.concepts)
        self._pools: list[Pool] = make_pools(self._units.values(), concepts, None)
        self._titles = [act.title for act in acts]

    def lines(self, requirements: Sequence[Requirement], found: Mapping[str, Found]) -> Iterator[str]:
        """Yield the lines for these requirements, each with a blank line before it."""
        for requirement in requirements:
            yield ""
            yield f"{requirement.code} {in_language(requirement.title, self.language)} [{requirement.id}]"
            yield from self._about(requirement, found[requirement.id])

    def _about(self, requirement: Requirement, one: Found) -> Iterator[str]:
        if one.is_probably_nothing:
            yield f"  Probably nothing in these acts ({one.nothing:.0%}): {'; '.join(self._titles)}"
        elif one.candidates:
            yield f"  The first is right: {one.confidence:.0%}; nothing in these acts: {one.nothing:.0%}"
        for candidate in one.candidates:
            yield from self._candidate(requirement, candidate)
        if one.candidates:
            yield from self._elements(requirement, one.candidates)

    def _candidate(self, requirement: Requirement, candidate: Candidate) -> Iterator[str]:
        address = Reference.parse(candidate.unit)
        cited = self._cited[address]
        language = cited.law.language
        yield f"  {candidate.rank}. {cite(address, language)} {cited.heading} — {cited.law.title}"
        yield f"     why: {candidate.reason or '–'}"
        yield f"     score: {candidate.score:.2f} = {candidate.reason.formula}"
        unit = self._units[candidate.article]
        if dissection := dissection_for(requirement.id, unit.text, unit.language):
            missing = "; ".join(in_language(item.title, self.language) for item in dissection.missing)
            left_over = "; ".join(passage.words for passage in dissection.left_over)
            yield f"     definition: without words here: {missing or '–'}; left over: {left_over or '–'}"

    def _elements(self, requirement: Requirement, candidates: Sequence[Candidate]) -> Iterator[str]:
        units: list[Unit] = [self._units[one.article] for one in candidates]
        best = best_sentences(requirement.elements, units, self._pools, least=0.0)
        for element, sentence in zip(requirement.elements, best, strict=True):
            text = in_language(element, self.language)
            if sentence is None:
                yield f"     - {text}: no sentence comes near"
                continue
            address = Reference.parse(sentence.unit)
            where = cite(address, self._cited[address].law.language)
            yield f"     - {text}: {where} ({sentence.share:.0%}) «{sentence.text}»"
