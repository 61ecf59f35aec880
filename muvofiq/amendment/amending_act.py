"""The draft of an amending act: title, blanks for the passage, an article for each amended act, entry into force."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from muvofiq.amendment.act_name import ActName, kind_and_about
from muvofiq.amendment.act_title import act_title, counted
from muvofiq.amendment.added_units import added_units
from muvofiq.amendment.change import Change, EnterIntoForce, InsertUnits
from muvofiq.amendment.formulae import act_of, formulae, words_of
from muvofiq.amendment.naming import Naming
from muvofiq.amendment.ordering import article_of, is_above_articles
from muvofiq.amendment.place import ACT, Place
from muvofiq.amendment.writing import Clause, write
from muvofiq.law.tree import Law


@dataclass(frozen=True, slots=True)
class Amended:
    """An act that is amended, in one language, and its changes."""

    law: Law
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A clause of the draft: the place of the amended act in it, from 0, and the unit that the clause concerns."""

    act: int
    unit: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class DraftAct:
    """A draft amending act in one language, as it is printed, one paragraph a line."""

    language: str
    title: str
    lines: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What each language orders for one unit: its clauses by language; none where a language changes nothing there."""

    act: int
    unit: str
    clauses: Mapping[str, tuple[Clause, ...]]


def draft_act(amended: Sequence[Amended], title: str = "") -> DraftAct:
    """Return the draft of the act that makes all changes; all acts are in the same language.

    A ``title`` of the user goes before the one that follows from the count. Raises NoFormulae.
    """
    language = amended[0].law.language
    formulae(language)
    names = [ActName.of(one.law) for one in amended]
    changes = [change for one in amended for change in one.changes]
    heading = act_title(names, changes, title)
    items = tuple(item for at, one in enumerate(amended) for item in _items(at, one))
    changed = dict.fromkeys(item.act for item in items)  # an act without changes has no article
    articles = [
        _article(number, names[at], amended[at], (item.clause for item in items if item.act == at))
        for number, at in enumerate(changed, 1)
    ]
    words = words_of(language)
    lines = (
        words["draft"],
        _kind(amended[0].law, names[0]),
        heading,
        *(words["adoption"], words["approval"]),
        *(line for article in articles for line in article),
        *_entry(amended, len(articles) + 1),
        words["signatory"].format(state=names[0].state),
        words["signed"],
    )
    return DraftAct(language, heading, lines, items)


def aligned(drafts: Sequence[DraftAct]) -> tuple[Row, ...]:
    """Return the clauses of several languages side by side by the unit they concern, never by the item's number.

    The order is that of the first draft; what it does not have comes behind, in the order of the others.
    """
    keys = dict.fromkeys((item.act, item.unit) for draft in drafts for item in draft.items)
    return tuple(Row(act, unit, {draft.language: _clauses(draft, act, unit) for draft in drafts}) for act, unit in keys)


def _clauses(draft: DraftAct, act: int, unit: str) -> tuple[Clause, ...]:
    return tuple(item.clause for item in draft.items if (item.act, item.unit) == (act, unit))


def _items(at: int, amended: Amended) -> list[Item]:
    naming = Naming.of(amended.law)
    changes = [change for change in amended.changes if not isinstance(change, EnterIntoForce)]
    return [Item(at, _unit(clause.changes[0], naming), clause) for clause in write(amended.law, changes)]


def _unit(change: Change, naming: Naming) -> str:
    """Return the address of the article that a clause concerns, or of all of them; of a new one, the number."""
    if isinstance(change, InsertUnits) and is_above_articles(change.places[0]):
        return " ".join(f"+{link.name} {link.number}" for link in added_units(change, naming))
    return ",".join(dict.fromkeys(Place(article_of(place)).eid or ACT for place in change.places))


def _article(number: int, name: ActName, amended: Amended, clauses: Iterable[Clause]) -> list[str]:
    words = words_of(name.language)
    lead = words["lead"].format(act=name.full, counted=counted(name.language, amended.changes)["lead"])
    numbered = (words["item-of-act"].format(number=at, text=one.text) for at, one in enumerate(clauses, 1))
    lines = (line for item in numbered for line in item.split("\n"))
    return [*_headed(name.language, number, lead[:1].upper() + lead[1:]), *lines]


def _entry(amended: Sequence[Amended], number: int) -> list[str]:
    """Return the article on entry into force: as the changes say, else on publication."""
    law = amended[0].law
    forces = [change for one in amended for change in one.changes if isinstance(change, EnterIntoForce)]
    usual = EnterIntoForce((Place(),), words=words_of(law.language)["in-force"])
    first, *more = (clause.text for clause in write(law, forces or [usual]))
    return [*_headed(law.language, number, first), *more]


def _headed(language: str, number: int, text: str) -> list[str]:
    return words_of(language)["article"].replace("\\n", "\n").format(number=number, text=text).split("\n")


def _kind(law: Law, name: ActName) -> str:
    """Return the line that tells the kind of the amending act: a law amends codes and acts of no known kind."""
    kind = kind_and_about(law)[0]
    row = act_of(law.language, kind)
    is_same = row["dated"] and row["title"] in kind.lower()
    return kind if is_same else words_of(law.language)["kind-of-code"].format(state=name.state.upper())
