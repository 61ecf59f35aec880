"""The interface is complete in all its languages, and what is compiled is what was translated."""

import re
from string import Formatter

import pytest
from babel.messages.catalog import Message

from translations.__main__ import LANGUAGES, compiled, folder, read
from translations.gather import errors, gather

PERCENT = re.compile(r"%\(\w+\)\w|%\w")


def sentences(language: str) -> dict[object, Message]:
    return {(message.id, message.context): message for message in read(language) if message.id}


def strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def placeholders(text: str) -> set[str]:
    named = {name for _, name, _, _ in Formatter().parse(text) if name} if "{" in text and "%(" not in text else set()
    return named | set(PERCENT.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_interface_is_translated(language: str) -> None:
    known = sentences(language)
    wanted = {(message.id, message.context) for message in gather() if message.id}
    assert wanted - set(known) == set()
    assert [message.id for message in known.values() if not all(strings(message))] == []
    assert [message.id for message in known.values() if message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_every_placeholder(language: str) -> None:
    for message in sentences(language).values():
        wanted = message.id if isinstance(message.id, str) else message.id[-1]
        for string in strings(message)[-1:] if not isinstance(message.id, str) else strings(message):
            assert placeholders(string) == placeholders(wanted), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_product_reads_is_what_was_translated(language: str) -> None:
    assert (folder(language) / "django.mo").read_bytes() == compiled(read(language))


def test_gathering_finds_the_sentences_of_templates_programs_errors_and_their_values() -> None:
    found = {message.id for message in gather()}
    assert ("draft", "recommendation") in {(message.id, message.context) for message in gather()}
    assert {"Save the verdict", "round table", "the words to quote"} <= found
    assert any(isinstance(one, str) and one.startswith("These words do not stand in") for one in found)
    assert len(list(errors())) > 20
