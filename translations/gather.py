"""Gathers every sentence that a person can read on a page: from the program, the templates and the errors."""

import ast
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

import muvofiq
from muvofiq.errors import MuvofiqError

ROOT = Path(muvofiq.__file__).parent.parent
IN_ENGLISH = {"muvofiq.cli.errors", "muvofiq.standards.errors"}
VALUES = {"field", "sort", "others"}
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def gather() -> Catalog:
    """Return all messages, each with the places where it stands, in the order of the places."""
    catalog = Catalog(charset="utf-8", project="muvofiq")
    for path in sorted((ROOT / "muvofiq").rglob("*")):
        if path.suffix == ".py":
            _add(catalog, path, path.read_text(encoding="utf-8"))
        elif path.suffix == ".html":
            _add(catalog, path, _as_program(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "muvofiq" / "records").rglob("*.py")):
        for line, word in _words_of_errors(path.read_text(encoding="utf-8")):
            catalog.add(word, locations=[(path.relative_to(ROOT).as_posix(), line)])
    for place, template in remarks():
        catalog.add(template, locations=[(place, 1)], flags=_flags(template))
    for error in errors():
        for sentence in (error.what, error.why, error.remedy):
            catalog.add(sentence, locations=[(f"{error.__module__.replace('.', '/')}.py", 1)], flags=_flags(sentence))
    return catalog


def remarks() -> Iterator[tuple[str, str]]:
    """Yield every remark that a reader makes about a file, from the REMARKS of each module."""
    for module in pkgutil.walk_packages(muvofiq.__path__, "muvofiq."):
        if module.name.startswith(("muvofiq.text.", "muvofiq.law.")):
            for remark in getattr(import_module(module.name), "REMARKS", ()):
                yield f"{module.name.replace('.', '/')}.py", remark if isinstance(remark, str) else remark[-1]


def errors() -> Iterator[type[MuvofiqError]]:
    """Yield every error that a page can tell, in the order of their names.

    Those of the command line and of the files of the standards are told in English alone.
    """
    for module in pkgutil.walk_packages(muvofiq.__path__, "muvofiq."):
        if module.name.rpartition(".")[2].startswith("errors"):
            import_module(module.name)
    told = (error for error in _below(MuvofiqError) if error.__module__ not in IN_ENGLISH)
    yield from sorted(set(told), key=lambda error: (error.__module__, error.__name__))


def _below(error: type[MuvofiqError]) -> Iterator[type[MuvofiqError]]:
    for child in error.__subclasses__():
        if hasattr(child, "what") and child.__module__.startswith("muvofiq."):
            yield child
        yield from _below(child)


def _add(catalog: Catalog, path: Path, code: str) -> None:
    place = path.relative_to(ROOT).as_posix()
    for line, message, _, context in extract("python", BytesIO(code.encode()), keywords=KEYWORDS):
        catalog.add(message, locations=[(place, line)], context=context)


def _words_of_errors(code: str) -> Iterator[tuple[int, str]]:
    """Yield the words that the records put into the sentences of their errors, such as what is missing."""
    for call in ast.walk(ast.parse(code)):
        if not isinstance(call, ast.Call):
            continue
        said: list[ast.expr] = [one.value for one in call.keywords if one.arg in VALUES]
        if isinstance(call.func, ast.Name) and call.func.id == "wanted":
            said.append(call.args[1])
        for value in said:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.lineno, value.value


def _as_program(template: str) -> str:
    """Return what Django makes of a template for gathering, without the indentation that no program may have."""
    return "\n".join(line.strip() for line in templatize(template).splitlines())


def _flags(sentence: str) -> list[str]:
    return ["python-brace-format"] if "{" in sentence else []
