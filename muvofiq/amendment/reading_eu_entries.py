"""Lists of entries without numbers, such as one for each State: found by their first words, laid out alike."""

from collections.abc import Sequence

from muvofiq.amendment.errors import DoesNotFit
from muvofiq.amendment.finding import DASHES, find
from muvofiq.amendment.instruction import Why
from muvofiq.amendment.place import Place
from muvofiq.amendment.reading_eu_lines import LABEL
from muvofiq.amendment.reading_eu_placing import Unclear
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Step
from muvofiq.law.tree import Law, Provision

HEAD = ":"  # an entry may be headed: what it holds stands on the lines below


def end_of_entry(law: Law, place: Place, words: str) -> Place:
    """Return the last line of the entry that is named, in the list of a unit; raises Unclear."""
    lines = _lines(law, place)
    at = next((at for at, one in enumerate(lines) if _begins(one.text, words)), None)
    if at is None:
        raise Unclear(Why.NO_PLACE, words)
    is_headed = lines[at].text.endswith(HEAD)
    while is_headed and at + 1 < len(lines) and not lines[at + 1].text.endswith(HEAD):
        at += 1
    return place.unit.down(Step(Kind.INDENT, lines[at].number))


def laid_out(words: str, law: Law | None, place: Place) -> str:
    """Return a new entry with its head on a line of its own, if that is so with all entries of the list.

    Amending acts often print in one line what the list has in two.
    """
    head, sign, rest = words.partition(f"{HEAD} ")
    if law is None or not sign or "\n" in words or not words.startswith(DASHES):
        return words
    lines = [one.text for one in _lines(law, place) if one.text.startswith(DASHES) and len(one.text) > 1]
    heads = [at for at, line in enumerate(lines) if line.endswith(HEAD)]
    is_headed = len(heads) > 1 and not any(f"{HEAD} " in line for line in lines)
    return f"{head}{HEAD}\n{words[0]} {rest}" if is_headed else words


def is_list(words: str) -> bool:
    """Whether a wording begins with a number or a dash."""
    return bool(LABEL.match(words)) or words.startswith(DASHES)


def _lines(law: Law, place: Place) -> Sequence[Provision]:
    try:
        unit = find(law, place.unit).units[0]
    except DoesNotFit as misfit:
        raise Unclear(Why.NO_PLACE, misfit.nearest) from misfit
    return [one for one in unit.children if one.kind is Kind.INDENT]


def _begins(text: str, words: str) -> bool:
    """Whether an entry is called so; an article or preposition may stand before the name."""
    name = text.lstrip("".join(DASHES)).strip().rstrip(HEAD).casefold()
    words = words.casefold()
    return name == words or name.endswith((f" {words}", f"'{words}", f"’{words}")) or name.startswith(words)
