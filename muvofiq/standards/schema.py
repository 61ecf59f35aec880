"""Holds a file against the written rules of its form, and says in words which rule is broken and where."""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from muvofiq.standards.errors import (
    CatalogueError,
    MissingKey,
    TooManyLetters,
    UnknownKey,
    WrongChoice,
    WrongForm,
    WrongShape,
    WrongType,
)
from muvofiq.standards.spelling import nearest
from muvofiq.standards.yaml_text import Document, Path

_WORDS_FOR = {"object": "a set of named entries", "array": "a list", "string": "a text", "boolean": "true or false"}
_NAME_OF = {dict: "a set of named entries", list: "a list", str: "a text", bool: "true or false", type(None): "nothing"}


class Form(StrEnum):
    """The forms that a text can have: the files of the catalogue, one requirement alone, a key, a case."""

    REQUIREMENTS = "requirements"
    INSTRUMENTS = "instruments"
    THESAURUS = "thesaurus"
    PARTICIPATION = "participation"
    REQUIREMENT = "requirement"
    INSTRUMENT = "instrument"
    RELATIONS = "relations"
    RELATION = "relation"
    BUNDLE = "bundle"
    REGISTER = "register"
    CLAUSE_MAP = "clause-map"
    ANSWER_KEY = "answer-key"
    CASE = "case"
    PRACTICE = "practice"
    GOOD_PRACTICE = "good-practice"


_FILE_OF = {  # one entry alone: whose file
    Form.REQUIREMENT: Form.REQUIREMENTS,
    Form.INSTRUMENT: Form.INSTRUMENTS,
    Form.RELATION: Form.RELATIONS,
    Form.GOOD_PRACTICE: Form.PRACTICE,
}


def checked(document: Document, form: Form) -> dict[str, Any]:
    """Return the document's value if it has the form; otherwise raise the first error."""
    validator = _validator(form)
    if isinstance(document.value, dict) and validator.is_valid(document.value):
        return document.value
    raise _taught(next(iter(validator.iter_errors(document.value))), document)


def schema(form: Form) -> dict[str, Any]:
    """Read the rules of one form from the library."""
    rules = _rules_of(f"{_FILE_OF.get(form, form)}.json")
    if form in _FILE_OF:
        return {"$defs": rules["$defs"], "$ref": f"#/$defs/{form}"}
    return rules


@cache
def _validator(form: Form) -> Draft202012Validator:
    return Draft202012Validator(schema(form), registry=Registry(retrieve=_retrieved))  # type: ignore[call-arg]


def _retrieved(name: str) -> Resource[Any]:
    """Return the rules of another form to which rules refer; they are files beside them and nothing else."""
    return Resource.from_contents(_rules_of(name), default_specification=DRAFT202012)


def _rules_of(name: str) -> dict[str, Any]:
    text = files("muvofiq.library").joinpath("standards", "schema", name).read_text("utf-8")
    rules: dict[str, Any] = json.loads(text)
    return rules


def _taught(error: ValidationError, document: Document) -> CatalogueError:
    """Turn a broken rule into an error that teaches."""
    path: Path = tuple(error.absolute_path)
    teach = _TEACHERS.get(str(error.validator))
    if teach is None:
        return WrongShape(document.place(path), problem=error.message)
    return teach(error, document, path)


def _unknown_key(error: ValidationError, document: Document, path: Path) -> CatalogueError:
    allowed = list(_rules(error)["properties"])
    key = next(key for key in _entries(error) if key not in allowed)
    where = document.place((*path, key))
    return UnknownKey(where, key=key, allowed=", ".join(allowed), nearest=nearest(key, allowed))


def _missing_key(error: ValidationError, document: Document, path: Path) -> CatalogueError:
    required = list(_rules(error)["required"])
    key = next(key for key in required if key not in _entries(error))
    return MissingKey(document.place(path), key=key, required=", ".join(required))


def _wrong_choice(error: ValidationError, document: Document, path: Path) -> CatalogueError:
    allowed, value = list(_rules(error)["enum"]), str(error.instance)
    return WrongChoice(document.place(path), value=value, allowed=", ".join(allowed), nearest=nearest(value, allowed))


def _wrong_form(error: ValidationError, document: Document, path: Path) -> CatalogueError:
    expected = _rules(error).get("description", f"the pattern {_rules(error)['pattern']}")
    return WrongForm(document.place(path), value=error.instance, expected=expected)


def _too_long(error: ValidationError, document: Document, path: Path) -> CatalogueError:
    value, limit = str(error.instance), _rules(error)["maxLength"]
    return TooManyLetters(document.place(path), value=f"{value[:40]}…", size=len(value), limit=limit)


def _wrong_type(error: ValidationError, document: Document, path: Path) -> CatalogueError:
    found = _NAME_OF[type(error.instance)]
    return WrongType(document.place(path), found=found, expected=_WORDS_FOR[_rules(error)["type"]])


def _rules(error: ValidationError) -> Mapping[str, Any]:
    return error.schema if isinstance(error.schema, Mapping) else {}


def _entries(error: ValidationError) -> Mapping[str, Any]:
    return error.instance if isinstance(error.instance, Mapping) else {}


_TEACHERS = {
    "additionalProperties": _unknown_key,
    "required": _missing_key,
    "enum": _wrong_choice,
    "pattern": _wrong_form,
    "type": _wrong_type,
    "maxLength": _too_long,
}
