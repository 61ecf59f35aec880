"""A part of the catalogue is sent as one text, and comes back the same or says what is wrong with it."""

import pytest
from hypothesis import given

from muvofiq.errors import MuvofiqError
from muvofiq.standards.bundle import Bundle
from muvofiq.standards.catalogue import Catalogue
from muvofiq.standards.errors import (
    BadYaml,
    RepeatedKey,
    RepeatedName,
    TooManyAliases,
    UnknownInstrument,
    UnknownKey,
    UnknownRequirement,
)
from tests.standards.bundles import bundles

OURS = """\
themes:
  - id: N
    title: {en: Norms of our own}
instruments:
  - id: border-convention
    title: {en: Convention on borders}
    kind: regional_treaty
requirements:
  - id: border-convention-5
    code: N001
    title: {en: Interpreter}
    statement: {en: The officer calls an interpreter.}
    citations: [border-convention art. 5]
    groups: [children]
    stages: [screening]
    elements: [{en: an interpreter}]
    terms: {}
    unconfirmed: [ru]
"""


def whole(catalogue: Catalogue) -> Bundle:
    instruments = tuple(catalogue.instruments.values())
    return Bundle(catalogue.themes, instruments, catalogue.requirements, catalogue.relations)


@given(bundles())
def test_every_bundle_is_read_as_it_was_written(bundle: Bundle) -> None:
    assert Bundle.parse(str(bundle)) == bundle
    assert str(Bundle.parse(str(bundle))) == str(bundle)


def test_the_whole_released_catalogue_is_read_as_it_was_written(catalogue: Catalogue) -> None:
    text = str(whole(catalogue))
    assert Bundle.parse(text) == whole(catalogue)
    assert str(Bundle.parse(text)) == text


def test_a_bundle_tells_what_is_unconfirmed() -> None:
    assert Bundle.parse(OURS).requirements[0].unconfirmed_languages == ("ru",)
    assert "unconfirmed: [ru]" in str(Bundle.parse(OURS))


def test_a_bundle_may_name_what_is_on_file(catalogue: Catalogue) -> None:
    text = OURS.replace("border-convention art. 5", "crc art. 5")
    assert Bundle.parse(text, known=whole(catalogue)).requirements[0].citations[0].instrument == "crc"


@pytest.mark.parametrize(
    ("text", "error", "where"),
    [
        (OURS.replace("stages:", "stage:"), UnknownKey, "sent.yaml, line 15, requirements[0].stage"),
        (OURS.replace("border-convention art. 5", "crc art. 5"), UnknownInstrument, "requirements[0].citations[0]"),
        (OURS.replace("- id: border-convention\n", "- id: x\n    id: y\n"), RepeatedKey, "line 6"),
        (OURS + OURS.partition("requirements:\n")[2], RepeatedName, "line 19, requirements[1]"),
        (OURS + "relations: [{first: a, second: b, kind: equal, common: [1 = 1], reason: {en: x}}]\n",
         UnknownRequirement, "line 19, relations[0]"),
        ("themes: [" + ", ".join(["&a {id: N, title: {en: x}}", *["*a"] * 21]) + "]", TooManyAliases, "line 1"),
        ("themes: ]", BadYaml, "sent.yaml, line 1"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_its_line(text: str, error: type[MuvofiqError], where: str) -> None:
    with pytest.raises(error) as caught:
        Bundle.parse(text, "sent.yaml")
    assert where in caught.value.where
    assert "{name}" not in str(caught.value)
