r"""Reads a file of the catalogue strictly, and knows on which line each entry stands.

Only text, true and false, lists and named entries exist here: a date or a year stays the text that was written.

>>> read("title: {en: Legal aid}\nadopted: 2002-07-08\n").value
{'title': {'en': 'Legal aid'}, 'adopted': '2002-07-08'}
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from muvofiq.standards.errors import (
    BadYaml,
    EmptyFile,
    FileTooLarge,
    ForeignTag,
    NotUnicode,
    RepeatedKey,
    TooDeep,
    TooManyAliases,
)

try:  # the reader written in C is several times faster, but not every Python has it
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader  # type: ignore[assignment]

MAX_BYTES = 5_000_000
MAX_ALIASES = 20
MAX_DEPTH = 20

Path = tuple[str | int, ...]
Value = str | bool | None | list["Value"] | dict[str, "Value"]

_WORDS_THAT_ARE_NO_TEXT: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_Event = Any  # the libraries' stubs know too little of what an event carries


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: its name, its value, and the line of every entry."""

    name: str
    value: Value
    lines: Mapping[Path, int]

    def place(self, path: Path = ()) -> str:
        """Say where a value stands: file, line, path; a missing entry stands where its holder stands."""
        holder = next(path[:length] for length in range(len(path), -1, -1) if path[:length] in self.lines)
        return _place(self.name, self.lines[holder], path)


def read(text: str | bytes, name: str = "text") -> Document:
    """Read one YAML document, or raise an error that names the line."""
    plain = _decoded(text, name)
    try:
        reading = _Reading(SafeLoader(plain), name)
        return Document(name, reading.document(), reading.lines)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}, line {mark.line + 1}, column {mark.column + 1}" if mark else name
        raise BadYaml(where, problem=getattr(error, "problem", None) or str(error)) from error


def written_path(path: Path) -> str:
    """Write a path as lawyers see it in a message.

    >>> written_path(("requirements", 3, "citations", 0))
    'requirements[3].citations[0]'
    """
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _decoded(text: str | bytes, name: str) -> str:
    if len(text) > MAX_BYTES:
        raise FileTooLarge(name, size=len(text), limit=MAX_BYTES)
    try:
        return (text.encode() if isinstance(text, str) else text).decode("utf-8-sig")
    except UnicodeError as error:
        raise NotUnicode(name, position=getattr(error, "start", 0)) from error


class _Reading:
    """Takes the document piece by piece, so that whatever could harm or mislead is refused before it is built."""

    def __init__(self, loader: SafeLoader, name: str) -> None:
        self.loader = loader
        self.name = name
        self.lines: dict[Path, int] = {}
        self.anchors: dict[str, Value] = {}
        self.aliases = 0

    def _next(self) -> _Event:
        return self.loader.get_event()

    def document(self) -> Value:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise EmptyFile(self.name)
        value = self._value(self._next(), ())
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise BadYaml(self._at(after, ()), problem="a second document begins here; a file holds one")
        return value

    def _value(self, event: _Event, path: Path) -> Value:
        self.lines[path] = event.start_mark.line + 1
        if len(path) > MAX_DEPTH:
            raise TooDeep(self._at(event, path[:3]), limit=MAX_DEPTH)
        if isinstance(event, yaml.AliasEvent):
            return self._aliased(event, path)
        value = self._built(event, path)
        if event.anchor is not None:
            self.anchors[event.anchor] = value
        return value

    def _aliased(self, event: _Event, path: Path) -> Value:
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            raise TooManyAliases(self._at(event, path), limit=MAX_ALIASES)
        if event.anchor not in self.anchors:
            raise BadYaml(self._at(event, path), problem=f"*{event.anchor} refers to nothing that stands above it")
        return self.anchors[event.anchor]

    def _built(self, event: _Event, path: Path) -> Value:
        if event.tag is not None:
            raise ForeignTag(self._at(event, path), tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return self._entries(path) if isinstance(event, yaml.MappingStartEvent) else self._list(path)

    def _list(self, path: Path) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _entries(self, path: Path) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, path)
            if key in entries:
                first = self.lines[*path, key]
                raise RepeatedKey(self._at(event, (*path, key)), key=key, first=first)
            entries[key] = self._value(self._next(), (*path, key))
            self.lines[*path, key] = event.start_mark.line + 1
        return entries

    def _key(self, event: _Event, path: Path) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise BadYaml(self._at(event, path), problem="the name of an entry must be a plain word")
        return str(event.value)

    def _scalar(self, event: _Event) -> Value:
        if event.implicit[0] and event.value in _WORDS_THAT_ARE_NO_TEXT:
            return _WORDS_THAT_ARE_NO_TEXT[event.value]
        return str(event.value)

    def _at(self, event: _Event, path: Path) -> str:
        return _place(self.name, event.start_mark.line + 1, path)


def _place(name: str, line: int, path: Path) -> str:
    return f"{name}, line {line}, {written_path(path)}" if path else f"{name}, line {line}"
