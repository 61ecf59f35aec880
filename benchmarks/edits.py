"""Random edits of the articles of a law, as an expert would make them: words, sentences, indents, parts, points."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from benchmarks.gold import GOLD
from muvofiq.amendment.deriving_words import is_quotable
from muvofiq.amendment.trying import Around, around
from muvofiq.amendment.words_in_text import sentences
from muvofiq.law.kind import Kind
from muvofiq.law.number import Number
from muvofiq.law.opening import open_laws
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law, Provision

OWN = Path(str(files("muvofiq") / "library"))
OWN_LAWS = ("samples/*.txt", "workshop/laws/*.txt")
REAL_LAWS = (
    *("tajik/documents/*.tg.txt", "tajik/documents/*.ru.txt"),
    *("structure/ru_*/source.html", "structure/kz_*_ru/source.txt"),
)
LANGUAGES = frozenset({"ru", "tg"})
LONGEST = 150  # paragraphs of an article that is edited
LONG_WORD = re.compile(r"(?<![\w-])[^\W\d_]{4,}(?![\w-])")
NUMBERED = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


@dataclass(frozen=True, slots=True)
class Edit:
    """An article as it should read. ``sorts`` tell how it was edited."""

    law: Law
    article: Around
    proposed: Provision
    sorts: tuple[str, ...]


@cache
def laws(*, with_real: bool) -> tuple[Law, ...]:
    """Return the laws that are edited: real ones if wanted and at hand, else our own invented ones."""
    real = [path for pattern in REAL_LAWS for path in sorted(GOLD.glob(pattern))] if with_real else []
    paths = real or [path for pattern in OWN_LAWS for path in sorted(OWN.glob(pattern))]
    found = (law for path in paths for law in open_laws(path.read_bytes(), path.name))
    return tuple(law for law in found if law.language in LANGUAGES)


@cache
def _articles(at: int, *, with_real: bool) -> tuple[Reference, ...]:
    law = laws(with_real=with_real)[at]
    units = [(address, unit) for address, unit, _ in law.units() if unit.kind is Kind.ARTICLE and unit.children]
    return tuple(address for address, unit in units if len(list(unit.paragraphs())) <= LONGEST)


def edit(seed: int, number: int, *, with_real: bool) -> Edit:
    """Return an edit; the same each time for the same seed and number.

    None leaves a quotation open that was closed before: no clause could quote such a paragraph so that one sees where
    it ends.
    """
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 (no secret)
    at = chance.randrange(len(laws(with_real=with_real)))
    law = laws(with_real=with_real)[at]
    while True:
        article = around(law, chance.choice(_articles(at, with_real=with_real)))
        if article is None:
            continue
        editor = _Editor(law, chance)
        proposed = article.unit
        sorts: list[str] = []
        for sort in chance.choices(list(SORTS), k=chance.choice((1, 1, 1, 2, 3))):
            before, proposed = proposed, SORTS[sort](editor, proposed)
            sorts += [sort] if proposed != before else []
        if proposed != article.unit and _opened(proposed) <= _opened(article.unit):
            return Edit(law, article, proposed, tuple(sorted(sorts)))


def _opened(unit: Provision) -> int:
    """Return how many paragraphs have a quotation that is not closed."""
    return sum(not is_quotable(paragraph) for paragraph in unit.paragraphs())


@dataclass(slots=True)
class _Editor:
    """Somebody who edits an article; new words are taken from elsewhere in the law."""

    law: Law
    chance: random.Random

    def words(self, most: int) -> str:
        """Return some words that stand somewhere in the law."""
        words = self.text().split()
        at = self.chance.randrange(len(words))
        return " ".join(words[at : at + self.chance.randint(1, most)]).strip(',.;: –—-«»"“”()') or "иное"

    def text(self) -> str:
        """Return a paragraph of the law that does not begin with a number."""
        while True:
            unit = self.chance.choice(_texts(self.law.name, self.law))
            if not unit[0].isdigit() and len(unit) > 20:
                return unit

    def sentence(self) -> str:
        """Return a sentence of the law."""
        text = self.text()
        start, end = self.chance.choice(sentences(text))
        words = text[start:end].lstrip("–—- ").rstrip(";:,")
        words = words if words.endswith(".") else f"{words}."
        return words[:1].upper() + words[1:]


_TEXTS: dict[str, list[str]] = {}


def _texts(name: str, law: Law) -> list[str]:
    if name not in _TEXTS:
        _TEXTS[name] = [unit.text for _, unit, _ in law.units() if len(unit.text) > 20]
    return _TEXTS[name]


def _in_some_unit(
    editor: _Editor, unit: Provision, suits: Callable[[Provision], bool], change: Callable[[Provision], Provision]
) -> Provision:
    """Change one of the units of an article that suit; none may."""
    paths = [path for path, one in _walk(unit, ()) if suits(one)]
    return _at(unit, editor.chance.choice(paths), change) if paths else unit


def _walk(unit: Provision, path: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Provision]]:
    yield path, unit
    for at, child in enumerate(unit.children):
        yield from _walk(child, (*path, at))


def _at(unit: Provision, path: tuple[int, ...], change: Callable[[Provision], Provision]) -> Provision:
    if not path:
        return change(unit)
    at, *rest = path
    children = list(unit.children)
    children[at] = _at(children[at], tuple(rest), change)
    return replace(unit, children=tuple(children))


def _has_words(unit: Provision) -> bool:
    return len(unit.text.split()) > 2


def _replace_words(editor: _Editor, unit: Provision) -> Provision:
    def change(one: Provision) -> Provision:
        words = one.text.split(" ")
        at = editor.chance.randrange(len(words))
        much = editor.chance.randint(1, 3)
        sign = words[min(at + much, len(words)) - 1][-1:]
        new = editor.words(3) + (sign if sign in ",.;:" else "")
        return replace(one, text=" ".join((*words[:at], new, *words[at + much :])))

    return _in_some_unit(editor, unit, _has_words, change)


def _insert_words(editor: _Editor, unit: Provision) -> Provision:
    def change(one: Provision) -> Provision:
        words = one.text.split(" ")
        at = editor.chance.randrange(1, len(words))
        return replace(one, text=" ".join((*words[:at], editor.words(5), *words[at:])))

    return _in_some_unit(editor, unit, _has_words, change)


def _delete_words(editor: _Editor, unit: Provision) -> Provision:
    def change(one: Provision) -> Provision:
        words = one.text.split(" ")
        at = editor.chance.randrange(1, len(words) - 1)
        return replace(one, text=" ".join((*words[:at], *words[at + editor.chance.randint(1, 3) :])))

    return _in_some_unit(editor, unit, lambda one: len(one.text.split()) > 5, change)


def _insert_sentence(editor: _Editor, unit: Provision) -> Provision:
    def change(one: Provision) -> Provision:
        spans = sentences(one.text)
        at = editor.chance.randint(1, len(spans))
        found = [one.text[slice(*span)] for span in spans]
        return replace(one, text=" ".join((*found[:at], editor.sentence(), *found[at:])))

    return _in_some_unit(editor, unit, lambda one: one.text.endswith("."), change)


def _delete_sentence(editor: _Editor, unit: Provision) -> Provision:
    def change(one: Provision) -> Provision:
        found = [one.text[slice(*span)] for span in sentences(one.text)]
        del found[editor.chance.randrange(len(found))]
        return replace(one, text=" ".join(found))

    return _in_some_unit(editor, unit, lambda one: len(sentences(one.text)) > 1, change)


def _new_sentence(editor: _Editor, unit: Provision) -> Provision:
    def change(one: Provision) -> Provision:
        found = [one.text[slice(*span)] for span in sentences(one.text)]
        found[editor.chance.randrange(len(found))] = editor.sentence()
        return replace(one, text=" ".join(found))

    return _in_some_unit(editor, unit, lambda one: len(sentences(one.text)) > 1, change)


def _new_wording(editor: _Editor, unit: Provision) -> Provision:
    return _in_some_unit(editor, unit, _has_words, lambda one: replace(one, text=editor.sentence()))


def _same_words(editor: _Editor, unit: Provision) -> Provision:
    """Replace a word wherever it stands in the article."""
    words = [word for _, one in _walk(unit, ()) for word in LONG_WORD.findall(one.text)]
    often = sorted({word for word in words if words.count(word) > 1})
    if not often:
        return unit
    old, new = editor.chance.choice(often), editor.words(2)

    def change(one: Provision) -> Provision:
        children = tuple(map(change, one.children))
        return replace(one, text=re.sub(rf"(?<![\w-]){old}(?![\w-])", new, one.text), children=children)

    return change(unit)


def _heading(editor: _Editor, unit: Provision) -> Provision:
    if not unit.heading:
        return unit
    words = unit.heading.split(" ")
    at = editor.chance.randrange(len(words) + 1)
    return replace(unit, heading=" ".join((*words[:at], editor.words(2), *words[at + editor.chance.randint(0, 1) :])))


def _insert_indent(editor: _Editor, unit: Provision) -> Provision:
    def change(one: Provision) -> Provision:
        at = editor.chance.randint(0, len(one.children))
        dash = one.children[0].text[:2] if one.children[0].text[:1] in "–—-" else ""
        new = Provision(Kind.INDENT, Number("1"), "", "", f"{dash}{editor.sentence()}", 0)
        return replace(one, children=(*one.children[:at], new, *one.children[at:]))

    def suits(one: Provision) -> bool:
        return bool(one.children) and all(child.kind is Kind.INDENT for child in one.children)

    return _in_some_unit(editor, unit, suits, change)


def _remove_unit(editor: _Editor, unit: Provision) -> Provision:
    def change(one: Provision) -> Provision:
        at = editor.chance.randrange(len(one.children))
        return replace(one, children=(*one.children[:at], *one.children[at + 1 :]))

    return _in_some_unit(editor, unit, lambda one: len(one.children) > 1, change)


def _has_numbered(unit: Provision) -> bool:
    """Whether all units in it are numbered with plain figures."""
    labels = [child.label.strip(".)") for child in unit.children]
    kinds = {child.kind for child in unit.children}
    return (
        bool(labels)
        and labels == [str(at) for at in range(1, len(labels) + 1)]
        and len(kinds) == 1
        and kinds <= NUMBERED
    )


def _new_unit(editor: _Editor, like: Provision, number: str) -> Provision:
    end = like.text[-1:] if like.text[-1:] in ";." else "."
    text = editor.sentence()[:-1] + end
    printed = like.label.replace(like.label.strip(".)"), number)
    return Provision(like.kind, Number.parse(number), printed, "", text, 0)


def _add_unit(editor: _Editor, unit: Provision) -> Provision:
    """Add a part or point at the end; the full stop before it becomes a semicolon where it ends a list."""

    def change(one: Provision) -> Provision:
        last = one.children[-1]
        new = _new_unit(editor, last, str(len(one.children) + 1))
        is_list = len(one.children) > 1 and one.children[-2].text.endswith(";")
        if is_list and last.text.endswith("."):
            last = replace(last, text=f"{last.text[:-1]};")
        return replace(one, children=(*one.children[:-1], last, new))

    return _in_some_unit(editor, unit, _has_numbered, change)


def _insert_unit(editor: _Editor, unit: Provision) -> Provision:
    """Insert a part or point between two others, numbered 2(1)."""

    def change(one: Provision) -> Provision:
        at = editor.chance.randint(1, len(one.children))
        new = _new_unit(editor, one.children[at - 1], f"{at}(1)")
        return replace(one, children=(*one.children[:at], new, *one.children[at:]))

    return _in_some_unit(editor, unit, _has_numbered, change)


def _insert_and_renumber(editor: _Editor, unit: Provision) -> Provision:
    """Insert a part or point and give the later ones the next numbers."""

    def change(one: Provision) -> Provision:
        at = editor.chance.randint(0, len(one.children) - 1)
        new = _new_unit(editor, one.children[at], str(at + 1))
        later = [_renumbered(child, number) for number, child in enumerate(one.children[at:], at + 2)]
        return replace(one, children=(*one.children[:at], new, *later))

    return _in_some_unit(editor, unit, _has_numbered, change)


def _renumbered(unit: Provision, number: int) -> Provision:
    label = unit.label.replace(unit.label.strip(".)"), str(number))
    return replace(unit, label=label, number=Number(str(number)))


SORTS: dict[str, Callable[[_Editor, Provision], Provision]] = {
    "replace words": _replace_words,
    "insert words": _insert_words,
    "delete words": _delete_words,
    "insert sentence": _insert_sentence,
    "delete sentence": _delete_sentence,
    "new sentence": _new_sentence,
    "new wording": _new_wording,
    "same words": _same_words,
    "heading": _heading,
    "insert indent": _insert_indent,
    "remove unit": _remove_unit,
    "add unit": _add_unit,
    "insert unit": _insert_unit,
    "insert and renumber": _insert_and_renumber,
}
