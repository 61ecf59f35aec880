"""The catalogue as tables: one row for each requirement, instrument, theme and relation, and back without any loss."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from muvofiq.publication.phrases import languages, phrases
from muvofiq.standards.bundle import Bundle, entry_of
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.schema import Form, schema
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.standards.yaml_text import read
from muvofiq.standards.yaml_writing import write

TABLES = ("requirements", "instruments", "themes", "relations")
MISSING = "–"  # stands for an element that is not translated
ESCAPED = '\\"'  # begins a text that no cell would keep as it is; behind it stands how JSON writes it
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
PLAIN, LINES = ("id", "code", "strength"), ("citations", "groups", "stages", "practice", "unconfirmed")
WORDS, BY_LANGUAGE = ("title", "statement"), ("title", "statement", "elements", "terms")
SIGNED = ("signed_by", "signed_on", "signed_languages")
CLOSED = frozenset({"groups", "stages", "unconfirmed", "signed_languages"})  # lists of words without commas
REQUIREMENT_KEYS = (
    *("id", "code", "theme", "strength"),
    *(f"{name}.{language}" for name in WORDS for language in LANGUAGES),
    *("citations", "groups", "stages"),
    *(f"{name}.{language}" for name in ("elements", "terms") for language in LANGUAGES),
    *("practice", *SIGNED, "unconfirmed"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: the keys of its columns, and the cells of its rows in their order."""

    name: str
    keys: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(bundle: Bundle) -> list[Table]:
    """Return the sheets of a bundle; one that would be empty is there all the same, to be filled in."""
    cells = {
        "requirements": [requirement_cells(one) for one in bundle.requirements],
        "instruments": [entry_cells("instruments", one.entry()) for one in bundle.instruments],
        "themes": [entry_cells("themes", {"id": one.id, "title": one.title}) for one in bundle.themes],
        "relations": [entry_cells("relations", one.entry()) for one in bundle.relations],
    }
    return [
        Table(name, keys_of(name), tuple(tuple(row.get(key, "") for key in keys_of(name)) for row in rows))
        for name, rows in cells.items()
    ]


@cache
def keys_of(table: str) -> tuple[str, ...]:
    """Return the columns of a sheet; those of all but the requirements are what the rules of the form allow."""
    if table == "requirements":
        return REQUIREMENT_KEYS
    keys = ((name, _is_words(rule)) for name, rule in _properties(table).items())
    return tuple(
        key for name, by_language in keys for key in ([f"{name}.{one}" for one in LANGUAGES] if by_language else [name])
    )


def head(key: str, language: str) -> str:
    """Return the head of a column as a language prints it: «Title (ru)»."""
    name, _, own = key.partition(".")
    words = phrases("catalogue", language)(f"head_{name}")
    return f"{words} ({own})" if own else words


@cache
def heads() -> Mapping[str, str]:
    """Return the key of a column by its head in any language, without regard to capital letters."""
    keys = dict.fromkeys(key for name in TABLES for key in keys_of(name))
    found = {key.casefold(): key for key in keys}
    return found | {head(key, one).casefold(): key for key in keys for one in languages("catalogue")}


def requirement_cells(requirement: Requirement) -> dict[str, str]:
    """Return a requirement as cells by the keys of their columns."""
    entry: Mapping[str, Any] = entry_of(requirement)
    cells = {name: cell(entry[name]) for name in PLAIN if name in entry}
    cells["theme"] = requirement.theme
    cells |= {f"{name}.{one}": cell(text) for name in WORDS for one, text in entry[name].items()}
    cells |= {name: _lines(entry[name]) for name in LINES if name in entry}
    for language in LANGUAGES:
        if any(language in element for element in entry["elements"]):
            texts = [line(one[language]) if language in one else MISSING for one in entry["elements"]]
            cells[f"elements.{language}"] = "\n".join(texts)
    cells |= {f"terms.{one}": _lines(words) for one, words in entry["terms"].items()}
    if requirement.signed:
        name, on, read_in = requirement.signed.entry().values()
        cells |= {"signed_by": cell(str(name)), "signed_on": str(on), "signed_languages": _lines(read_in)}  # type: ignore[arg-type]
    return cells


def requirement_entry(cells: Mapping[str, str]) -> dict[str, Any]:
    """Return the cells of a requirement as the entry that the catalogue reads; what is empty is left out."""
    entry: dict[str, Any] = {name: said(cells[name]) for name in PLAIN if cells.get(name)}
    entry |= {name: words for name in WORDS if (words := _words(cells, name))}
    entry |= {name: texts for name in LINES if (texts := _texts(cells, name))}
    entry["elements"] = _elements(cells)
    entry["terms"] = {one: texts for one in LANGUAGES if (texts := _texts(cells, f"terms.{one}"))}
    if any(cells.get(name) for name in SIGNED):
        signed = {"name": said(cells.get("signed_by", "")), "date": cells.get("signed_on", "")}
        entry["signed"] = {**signed, "languages": _texts(cells, "signed_languages")}
    return {name: value for name, value in entry.items() if value or name == "terms"}


def entry_cells(table: str, entry: Mapping[str, Any]) -> dict[str, str]:
    """Return an entry of any other sheet as cells; what is no text is written in the cell as YAML."""
    cells: dict[str, str] = {}
    for name, value in entry.items():
        if _is_words(_properties(table)[name]):
            cells |= {f"{name}.{language}": cell(text) for language, text in value.items()}
        else:
            cells[name] = cell(value if _is_text(table, _properties(table)[name]) else _yaml(value))
    return cells


def cells_entry(table: str, cells: Mapping[str, str], where: str) -> dict[str, Any]:
    """Return the cells of any other sheet as an entry; raises the errors of YAML with the column."""
    entry: dict[str, Any] = {}
    for name, rule in _properties(table).items():
        if _is_words(rule):
            entry[name] = _words(cells, name)
        elif text := said(cells.get(name, "")):
            entry[name] = text if _is_text(table, rule) else read(text, f"{where}, {name}").value
    return {name: value for name, value in entry.items() if value}


def cell(text: str) -> str:
    r"""Return a text as a cell holds it: what a cell would not give back as it is, is written as JSON has it.

    >>> print(cell("=1+1"), cell(" blank before"))
    =1+1 \" blank before"
    """
    text = str(text)
    is_safe = text == text.strip() and not text.startswith("\\") and not UNSAFE.search(text)
    return text if is_safe else _escaped(text)


def line(text: str) -> str:
    """Return a text as one line of a cell."""
    is_one = text and text != MISSING and "\n" not in text
    return cell(text) if is_one else _escaped(text)


def said(text: str) -> str:
    """Return what a cell or a line says; the inverse of both."""
    text = text.strip()
    if not text.startswith(ESCAPED):
        return text
    try:
        return str(json.loads(text[1:]))
    except ValueError:  # somebody began a text so
        return text


def _escaped(text: str) -> str:
    return "\\" + json.dumps(text).replace("_x", "\\u005fx")  # Excel itself writes signs by their number: _x000D_


def _yaml(value: Any) -> str:  # noqa: ANN401 any value that an entry may have
    return write(value).removesuffix("...\n").rstrip("\n")


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(map(line, texts))


def _texts(cells: Mapping[str, str], key: str) -> list[str]:
    between = r"[\n,;]" if key in CLOSED else "\n"
    return [said(one) for one in re.split(between, cells.get(key, "")) if one.strip()]


def _words(cells: Mapping[str, str], name: str) -> dict[str, str]:
    return {one: text for one in LANGUAGES if (text := said(cells.get(f"{name}.{one}", "")))}


def _elements(cells: Mapping[str, str]) -> list[dict[str, str]]:
    """Put the lines of the languages together again, the first with the first."""
    columns = {one: cells.get(f"elements.{one}", "").split("\n") for one in LANGUAGES}
    found = [_element(columns, at) for at in range(max(map(len, columns.values())))]
    return [one for one in found if one]


def _element(columns: Mapping[str, Sequence[str]], at: int) -> dict[str, str]:
    there = {one: lines[at].strip() for one, lines in columns.items() if at < len(lines)}
    return {one: said(text) for one, text in there.items() if text not in {"", MISSING}}


@cache
def _properties(table: str) -> Mapping[str, Any]:
    """Return the rules of an entry of a sheet by its keys."""
    name = table.removesuffix("s")
    form = Form.REQUIREMENTS if name == "theme" else Form(table)
    properties: Mapping[str, Any] = schema(form)["$defs"][name]["properties"]
    return properties


def _is_words(rule: Mapping[str, Any]) -> bool:
    by_language = rule.get("propertyNames", {}).get("$ref", "") == "#/$defs/language"
    return bool(by_language or rule.get("$ref", "") == "#/$defs/words")


def _is_text(table: str, rule: Mapping[str, Any]) -> bool:
    """Tell whether a rule asks for a plain text or one word of a list."""
    form = Form.REQUIREMENTS if table == "themes" else Form(table)
    meant = schema(form)["$defs"][rule["$ref"].rpartition("/")[2]] if "$ref" in rule else rule
    return bool(meant.get("type") == "string" or "enum" in meant)
