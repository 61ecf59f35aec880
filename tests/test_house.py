"""The rules of the house hold, and its papers are true."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from muvofiq import __version__
from muvofiq.cli.main import commands
from tests.paths import ROOT

WRITTEN = [*(ROOT / "muvofiq").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]
CODE = sorted(path for path in WRITTEN if path.parent.name != "migrations")  # those are written by Django
FORBIDDEN = {"helpers", "utils", "common", "core", "manager", "context", "vo", "dto", "misc"}
MODULE_LINES, FUNCTION_LINES, POSITIONAL = 400, 40, 5
LATE_IMPORTS = {"muvofiq/alignment/e5.py"}  # the one module that owns the model
EDGES = {"muvofiq/records/actions/work.py"}  # where a job may fail in any way, and is then marked so


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_module_is_small_and_opens_with_a_sentence(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= MODULE_LINES
    assert (ast.get_docstring(ast.parse(source)) or "").split("\n")[0].endswith((".", "?"))
    assert path.stem not in FORBIDDEN


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_functions_are_short_and_take_few_positional_arguments(path: Path) -> None:
    for function in functions(path):
        assert body_lines(function) <= FUNCTION_LINES, function.name
        taken = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        assert len([one for one in taken if one not in {"self", "cls"}]) <= POSITIONAL, function.name


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_imports_stand_at_the_top(path: Path) -> None:
    if name_of(path) in LATE_IMPORTS or name_of(path).startswith("muvofiq/cli/"):
        return
    for function in functions(path):
        assert not any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function)), function.name


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_only_the_edge_catches_everything(path: Path) -> None:
    if name_of(path).startswith("muvofiq/cli/") or name_of(path) in EDGES:
        return
    handlers = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ExceptHandler)]
    assert not any(node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"} for node in handlers)


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_errors_have_one_home_in_each_layer(path: Path) -> None:
    if path.stem.partition("_")[0] != "errors":  # «errors», or «errors_of» a part of a layer that has many
        classes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)]
        assert not any(ast.unparse(base) == "MuvofiqError" for one in classes for base in one.bases)


@pytest.mark.parametrize("path", sorted((ROOT / "muvofiq").rglob("*.py")), ids=name_of)
def test_no_rule_asks_for_a_language_by_name(path: Path) -> None:
    assert not re.search(r"""lang\w*\s*(?:==|!=|in)\s*[("'{]""", path.read_text(encoding="utf-8"))


def test_the_library_holds_data_only() -> None:
    assert [name_of(path) for path in (ROOT / "muvofiq" / "library").rglob("*.py")] == ["muvofiq/library/__init__.py"]


def test_every_folder_stands_on_the_map() -> None:
    page = text("ARCHITECTURE.md")
    folders = [path for path in (ROOT / "muvofiq").iterdir() if (path / "__init__.py").exists()]
    folders += [path for path in (ROOT / "muvofiq" / "library").iterdir() if path.is_dir() and path.name[0] not in "_."]
    folders += [ROOT / name for name in ("benchmarks", "tests", "docs", ".ci")]
    assert [name for path in folders if f"`{(name := name_of(path))}/`" not in page and "__pycache__" not in name] == []


def test_every_place_on_the_map_exists() -> None:
    for name in re.findall(r"`((?:muvofiq|benchmarks|tests|docs|\.ci)/[\w./-]*)`", text("ARCHITECTURE.md")):
        assert (ROOT / name).exists(), name


def test_every_command_and_its_options_stand_in_the_readme() -> None:
    page = text("README.md")
    for name, command in commands.commands.items():
        assert f"muvofiq {name}" in page
        for option in command.params:
            if isinstance(option, click.Option):
                assert any(spelling in page for spelling in option.opts), f"{name} {option.opts}"


def test_every_command_and_option_has_its_help() -> None:
    for command in commands.commands.values():
        assert command.help
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert all(
            option.help for option in options if option.type is not None and not isinstance(option.type, click.Choice)
        )


def test_every_target_of_the_makefile_is_explained_and_the_readme_names_the_two_that_matter() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE)) - {"install-dev"}
    explained = set(re.findall(r"^([a-z-]+):.*## ", text("Makefile"), re.MULTILINE))
    assert targets == explained
    assert {"install", "run", "test", "lint", "bench", "bench-quick", "help"} <= targets
    assert "make run" in text("README.md")
    assert "make test" in text("README.md")
    assert "make test" in text(".ci/run")


def test_every_dependency_is_pinned_and_no_host_is_named() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=;\[ ]", line)[0].lower().replace("_", "-") for line in wanted}
    pins = {
        line.split("==")[0].lower().replace("_", "-") for line in text("constraints.txt").splitlines() if "==" in line
    }
    assert names <= pins
    assert "://" not in text("constraints.txt")


def test_every_decision_has_its_four_headings() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    assert pages
    for page in pages:
        assert re.findall(r"^## (.+)$", page.read_text("utf-8"), re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
            "Alternatives",
        ], page.name


def test_the_changelog_speaks_of_what_is_not_yet_released_and_the_version_is_a_version() -> None:
    assert "## [Unreleased]" in text("CHANGELOG.md")
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_the_page_of_figures_shows_the_job_itself_beside_the_three_others() -> None:
    page = text("docs/benchmarks.md")
    part = page.split("### requirements_kz: ")[1].split("###")[0]
    assert [line.split("|")[1].strip() for line in part.splitlines() if line.startswith("| ")][1:] == [
        "muvofiq",
        "BM25",
        "embeddings",
        "RRF",
    ]
    assert "MB/s" in page
