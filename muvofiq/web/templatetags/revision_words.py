"""The words about editions of requirements and about relations between them, as every page shows them."""

from collections.abc import Iterable

from django import template

from muvofiq.amendment.redline import Mark, Stretch, redline
from muvofiq.assessment.derived import Bound
from muvofiq.standards.relation import RelationKind
from muvofiq.standards.requirement import ORIGINAL
from muvofiq.standards.revision import Change, How, Part
from muvofiq.web.labels import LABELS
from muvofiq.web.labels_relations import BOUNDS, KINDS, MEANINGS, SEEN
from muvofiq.web.labels_revision import CHANGES, PARTS

register = template.Library()
BESIDE = {Part.TITLE, Part.STATEMENT, Part.ELEMENT}
FIXED = {Part.GROUP, Part.STAGE, Part.STRENGTH}


@register.filter
def change_word(change: Change) -> str:
    """Give the words for what changed."""
    return str(CHANGES[change.part, change.how])


@register.filter
def reasons(changes: Iterable[Change]) -> list[str]:
    """Give the words for several changes, each once."""
    return list(dict.fromkeys(str(CHANGES[one.part, one.how]) for one in changes))


@register.filter
def part_word(part: Part) -> str:
    """Give the word for a part of a requirement that has languages."""
    return str(PARTS[part])


@register.filter
def spoken(change: Change, content: str) -> str:
    """Give the language in which a change is shown: that of the contents if it differs there, else the original."""
    found = change.languages
    return next((one for one in (content, ORIGINAL) if one in found), found[0] if found else ORIGINAL)


@register.filter
def is_beside(change: Change) -> bool:
    """Whether old and new words are shown beside each other: whole sentences that were reworded."""
    return change.part in BESIDE and change.how in {How.REWORDED, How.TRANSLATED}


@register.filter
def words_before(change: Change, content: str) -> tuple[Stretch, ...]:
    """Give the old words, with what goes marked."""
    return tuple(one for one in _changed(change, content) if one.kind is not Mark.ADDED)


@register.filter
def words_after(change: Change, content: str) -> tuple[Stretch, ...]:
    """Give the new words, with what came marked."""
    return tuple(one for one in _changed(change, content) if one.kind is not Mark.REMOVED)


@register.filter
def old_words(change: Change, content: str) -> str:
    """Give what was there before, in short; a fixed word as people read it."""
    return _short(change, change.old.get(spoken(change, content), ""))


@register.filter
def new_words(change: Change, content: str) -> str:
    """Give what is there now, in short."""
    return _short(change, change.new.get(spoken(change, content), ""))


@register.filter
def kind_word(kind: RelationKind | str) -> str:
    """Give the word for how two requirements are related."""
    return str(KINDS[RelationKind(kind)])


@register.filter
def kind_meaning(kind: RelationKind | str) -> str:
    """Say how the first requirement stands to the second."""
    return str(MEANINGS[RelationKind(kind)])


@register.filter
def kind_seen(kind: RelationKind) -> str:
    """Say how the other requirement stands to the one whose page this is, which is the first."""
    return str(SEEN[kind])


@register.filter
def pair(ours: int, theirs: int) -> str:
    """Give a pair of elements as it is ticked."""
    return f"{ours} = {theirs}"


@register.filter
def bound_word(bound: Bound) -> str:
    """Give the words for how exactly a derived verdict is known."""
    return str(BOUNDS[bound])


def _changed(change: Change, content: str) -> tuple[Stretch, ...]:
    language = spoken(change, content)
    return redline(change.old.get(language, ""), change.new.get(language, ""))


def _short(change: Change, text: str) -> str:
    return str(LABELS.get(text, text)) if change.part in FIXED else text
