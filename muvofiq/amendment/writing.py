"""Changes are written as the clauses of an amending act, in the formulae of the language of the law."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from muvofiq.amendment.change import Change
from muvofiq.amendment.formulae import formulae, words_of, write_formula
from muvofiq.amendment.naming import Naming
from muvofiq.amendment.ordering import Subject, in_order
from muvofiq.amendment.place import Place
from muvofiq.amendment.writing_changes import write_change
from muvofiq.law.tree import Law


@dataclass(frozen=True, slots=True)
class Clause:
    """What an amending act orders for one unit, in the formulae of its language.

    ``text`` is printed without the item's number, one paragraph a line; read again it gives ``changes``.
    """

    changes: tuple[Change, ...]
    text: str


def write(law: Law, changes: Sequence[Change]) -> tuple[Clause, ...]:
    """Return the clauses for the changes of a law, in its language, one for each article, in the order of the law.

    What concerns several articles or the whole act keeps its place among the changes, for it may touch the same words.
    Raises NoFormulae for a language in which no formulae are known.
    """
    formulae(law.language)
    naming = Naming.of(law)
    return tuple(Clause(one.changes, _text(one, naming)) for one in in_order(changes, naming))


def _text(subject: Subject, naming: Naming) -> str:
    """Return the clause with its stop; several changes of one article stand in a list below its name."""
    orders = [write_change(change, naming, subject.within) for change in subject.changes]
    if len(orders) == 1:
        return _capitalised(f"{orders[0]}.")
    place = naming.name((Place(subject.within),))
    lead = _capitalised(write_formula(naming.language, "several", {"place": place}))
    signs = [*[";"] * (len(orders) - 1), "."]
    items = (
        _item(f"{order}{sign}", at, naming.language) for at, (order, sign) in enumerate(zip(orders, signs, strict=True))
    )
    return "\n".join((lead, *items))


def _item(order: str, at: int, language: str) -> str:
    """Return an order as one item of a list: behind a dash, or behind a letter, as the language does."""
    more, letter = divmod(at, len(ascii_lowercase))
    letters = f"{ascii_lowercase[more - 1] if more else ''}{ascii_lowercase[letter]}"
    return words_of(language)["listed"].format(letters=letters, order=order)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
