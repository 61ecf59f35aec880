"""The units that an instruction names, down to heading and sentence, with those around it that it leaves unsaid."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from muvofiq.amendment.change import EVERY, LAST, ONLY, Nth
from muvofiq.amendment.instruction_units import FIRST, Unit, units_in
from muvofiq.amendment.instruction_words import ACT, Formulae
from muvofiq.amendment.place import Place, Spot
from muvofiq.law.citation_index import Index
from muvofiq.law.kind import Kind
from muvofiq.law.ordinals import value_of
from muvofiq.law.reference import Step

TEXT = "text"  # «тексте статьи 5»: no other place, but all occurrences are meant
WHOLE: tuple[Place, ...] = (Place(),)
RANGE = re.compile(r"(?<![\d(])(\d+)[–—](?=\d+\()")  # «3–3(1)» is no number
HYPHEN = re.compile(r"(?<![\w(-])(\d{1,3})-(\d{1,3})(?![\w(-])")
PREAMBLES = frozenset({Spot.PREAMBLE})


@dataclass(frozen=True, slots=True)
class Named:
    """What a stretch of an instruction says about where: ``unread`` are words that say something else.

    ``is_said`` tells whether any unit is named in the stretch itself.
    """

    places: tuple[Place, ...]
    is_said: bool
    nth: Nth = ONLY
    forms: bool = False
    unread: str = ""


@dataclass(slots=True)
class Target:
    """One unit or spot of a stretch of text, from ``start`` to ``end`` of it."""

    start: int
    end: int
    unit: Unit | None = None
    spot: Spot | None = None
    sentences: tuple[int, ...] = ()
    row: str = ""
    cut: Kind | None = None
    is_used: bool = False
    places: list[Place] = field(default_factory=list)


class Stretch:
    """Reads one stretch of an instruction; ``scope`` are the places named before it."""

    def __init__(self, text: str, formulae: Formulae, scope: Sequence[Place], index: Index | None) -> None:
        self.text, self.formulae, self.index = _with_ranges(text, formulae, index), formulae, index
        self.scope = tuple(scope)
        self.nth: Nth = ONLY
        self.forms = False
        self.texts: list[int] = []  # behind each «тексте»

    def named(self, quoted: Sequence[str] = ()) -> Named:
        """Return the places."""
        self._take_manner()
        special = [*self._sentences(), *self._rows(quoted), *self._spots()]
        plain = self.text
        for one in special:
            plain = _blanked(plain, one.start, one.end)
        units = [Target(one.start, one.end, unit=one) for one in units_in(plain, self.formulae, self.index)]
        for one in units:
            plain = _blanked(plain, one.start, one.end)
        cuts = list(self._bare(plain))
        for one in cuts:
            plain = _blanked(plain, one.start, one.end)
        acts = [Target(found.start(), found.end(), is_used=True) for found in re.finditer(ACT, plain)]
        for one in acts:
            is_text = any(at <= one.start and not plain[at : one.start].strip() for at in self.texts)
            one.is_used = not is_text and bool(special or units or cuts)
        targets = sorted((*special, *units, *cuts, *acts), key=lambda one: one.start)
        places = tuple(dict.fromkeys(self._placed(targets)))
        if self.nth == EVERY and not (places or self.scope):
            places = WHOLE  # «по всему тексту слова ...»
        if self.nth is ONLY and places == WHOLE:
            self.nth = EVERY
        return Named(places or self.scope, bool(places), self.nth, self.forms, self._unread(plain))

    def _take_manner(self) -> None:
        """Take out what says which occurrence of the words is meant, or that all their forms are."""
        for role, nth in (("every", EVERY), ("last", LAST)):
            for _, pattern in self.formulae.of(role):
                if found := pattern.search(self.text):
                    self.nth = nth
                    if role == "last" or not self._goes_on(found.end()):
                        self.text = _blanked(self.text, *found.span())
        for _, pattern in self.formulae.of("nth"):
            if found := pattern.search(self.text):
                self.nth = ordinal(found["nth"], self.formulae)
                self.text = _blanked(self.text, *found.span())
        for _, pattern in self.formulae.of("forms"):
            while found := pattern.search(self.text):
                self.forms = True
                self.text = _blanked(self.text, *found.span())

    def _goes_on(self, at: int) -> bool:
        """Whether the name of an act follows, which then is the place."""
        return self.text[at:].lstrip()[:1] == ACT

    def _sentences(self) -> Iterator[Target]:
        for _, pattern in self.formulae.of("sentence"):
            for found in pattern.finditer(self.text):
                said = next(words for words in found.groupdict().values() if words)
                numbers = re.split(self.formulae.separator, said)
                counted = tuple(ordinal(one, self.formulae) for one in numbers if one)
                yield Target(*found.span(), sentences=counted)

    def _rows(self, quoted: Sequence[str]) -> Iterator[Target]:
        for _, pattern in self.formulae.of("row"):
            for found in pattern.finditer(self.text):
                mark = re.fullmatch(r"⟦(\d+)⟧", found["row"])
                yield Target(*found.span(), row=quoted[int(mark[1])] if mark else found["row"])

    def _spots(self) -> Iterator[Target]:
        for kind, pattern in self.formulae.of("spot"):
            for found in pattern.finditer(self.text):
                if kind == TEXT:
                    self.nth = EVERY if self.nth is ONLY else self.nth
                    self.texts.append(found.end())
                    self.text = _blanked(self.text, *found.span())
                else:
                    yield Target(*found.span(), spot=Spot(kind))

    def _bare(self, plain: str) -> Iterator[Target]:
        """Yield words for units without a number: «номи модда», the one named before; «примечание», the only one."""
        for found in self.formulae.unit_words.finditer(plain):
            kind = self.formulae.kind_of(found[0])
            if kind and any(step.kind is kind for place in self.scope for step in place.steps):
                yield Target(*found.span(), cut=kind)
            elif kind is Kind.NOTE and self.scope:
                yield Target(*found.span(), unit=Unit(*found.span(), ((Step(kind, FIRST),),)))

    def _placed(self, targets: Sequence[Target]) -> Iterator[Place]:
        before: list[Place] = []
        for one in targets:
            if one.unit:
                scopes = [_article(before[-1])] if before and _is_in_article(before[-1], one.unit) else self._scopes()
                one.places = before = [place for scope in scopes for place in _merged(scope, one.unit)]
            elif one.cut:
                one.places = [_cut(scope, one.cut) for scope in self._scopes()]
            elif not (one.spot or one.sentences or one.row):
                one.places = [Place()]
        for at, one in enumerate(targets):
            if one.spot or one.sentences or one.row:
                one.places = self._special(targets, at)
        yield from (place for one in targets if not one.is_used for place in one.places)

    def _scopes(self) -> Sequence[Place]:
        return self.scope or (Place(),)

    def _special(self, targets: Sequence[Target], at: int) -> list[Place]:
        """Return the places of a heading, sentence or row: of the units behind it, before it, or named before."""
        one = targets[at]
        if one.spot in PREAMBLES:
            _use_act(targets, at, self.text)
            return [Place(spot=Spot.PREAMBLE)]
        behind = self._list_behind(targets, at)
        if behind:
            for other in behind:
                other.is_used = True
            bases = [place for other in behind for place in other.places]
        elif at + 1 < len(targets) and targets[at + 1].unit and self._is_joined(one.end, targets[at + 1].start):
            bases = [_article(place) for place in targets[at + 1].places[:1]]
        elif at and not targets[at - 1].is_used and self._is_close(targets[at - 1].end, one.start):
            targets[at - 1].is_used = True
            bases = targets[at - 1].places
        else:
            bases = list(self._scopes())
        return [place for base in bases for place in _with(base, one)]

    def _list_behind(self, targets: Sequence[Target], at: int) -> list[Target]:
        """Return the units that follow directly, and those of the same sort that are listed with the first."""
        listed: list[Target] = []
        end = targets[at].end
        for other in targets[at + 1 :]:
            is_next = self._is_joined(end, other.start) if listed else self._is_close(end, other.start)
            is_same = not listed or (other.unit and listed[0].unit and other.unit.is_listed_with(listed[0].unit))
            if not is_next or not is_same or other.spot or (not listed and not other.places and not other.sentences):
                break
            if other.sentences:
                return []
            listed.append(other)
            end = other.end
        return listed

    def _is_close(self, start: int, end: int) -> bool:
        """Whether nothing but blanks and small words stands between."""
        between = self.text[start:end]
        return "," not in between and not re.search(self.formulae.separator, between) and not self._unread(between)

    def _is_joined(self, start: int, end: int) -> bool:
        return bool(re.fullmatch(rf"(?i:{self.formulae.separator})[^,]{{0,4}}", self.text[start:end]))

    def _unread(self, text: str) -> str:
        return self.formulae.without("filler", text)


def _with_ranges(text: str, formulae: Formulae, index: Index | None) -> str:
    """Write every range with a dash: «с 1 по 3», and «1-3» where no unit of the law has such a number."""
    text = RANGE.sub(r"\1 – ", text)
    for _, pattern in formulae.of("from-to"):
        text = pattern.sub(r"\g<first> – \g<last>", text)
    if index is None or not HYPHEN.search(text):
        return text
    numbers = {str(node.unit.number) for node in index.by_reference.values()}

    def dashed(found: re.Match[str]) -> str:
        is_range = int(found[1]) < int(found[2]) and f"{found[1]}({found[2]})" not in numbers
        return f"{found[1]} – {found[2]}" if is_range else found[0]

    return HYPHEN.sub(dashed, text)


def _use_act(targets: Sequence[Target], at: int, text: str) -> None:
    """«Преамбулу Закона»: the act is no place of its own."""
    behind = targets[at + 1] if at + 1 < len(targets) else None
    if behind and not (behind.unit or behind.spot) and not text[targets[at].end : behind.start].strip():
        behind.is_used = True


def _with(base: Place, one: Target) -> list[Place]:
    if one.spot:
        return [replace(base, spot=one.spot)]
    if one.row:
        return [replace(base, row=one.row)]
    return [replace(base, sentence=number) for number in one.sentences]


def _merged(scope: Place, unit: Unit) -> Iterator[Place]:
    """Yield a unit with the larger ones around it; articles are counted through the act or its annex."""
    for steps in unit.paths:
        top = steps[0].kind
        above = _above(scope, top)
        whole = (*above, *steps)
        if any(step.kind is Kind.ARTICLE for step in whole):
            whole = tuple(step for step in whole if step.kind is Kind.ANNEX or step.kind.depth >= Kind.ARTICLE.depth)
        yield Place(whole)


def _is_in_article(before: Place, unit: Unit) -> bool:
    """Whether a smaller unit lies in the article named just before it: «номи моддаи 5 ва қисми якуми он»."""
    kinds = [step.kind for step in unit.paths[0]]
    is_smaller = kinds[0].depth > Kind.ARTICLE.depth
    return is_smaller and any(step.kind is Kind.ARTICLE for step in before.steps)


def _above(scope: Place, kind: Kind) -> tuple[Step, ...]:
    """Return the steps of a scope in which a unit of a kind may lie."""
    kinds = [step.kind for step in scope.steps]
    if kind is Kind.PART and kinds[-2:] == [Kind.ARTICLE, Kind.POINT]:
        return scope.steps  # of a law in which points hold parts
    return tuple(step for step in scope.steps if step.kind.depth < kind.depth)


def _cut(scope: Place, kind: Kind) -> Place:
    kinds = [step.kind for step in scope.steps]
    return Place(scope.steps[: kinds.index(kind) + 1]) if kind in kinds else scope


def _article(place: Place) -> Place:
    """Return the article in which a place lies: «в наименовании и части 1 статьи 5» means the heading of article 5."""
    steps: list[Step] = []
    for step in place.steps:
        steps.append(step)
        if step.kind is Kind.ARTICLE:
            break
    return Place(tuple(steps))


def ordinal(said: str, formulae: Formulae) -> int:
    """Return what a word or figure counts; of several the first, 0 where it counts nothing."""
    first = re.split(formulae.separator, said.strip(), maxsplit=1)[0]
    return int(first) if first.isdecimal() else value_of(first, formulae.language) or 0


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
