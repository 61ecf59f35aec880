"""The file of the library is made of all that the requirements say."""

from benchmarks.vectors import phrases_of, read
from muvofiq.alignment.embedding import key
from muvofiq.alignment.question import question_of
from muvofiq.alignment.vector_file import VectorFile
from muvofiq.standards.load import load_catalogue
from tests.alignment.small import LetterModel, Memory

FEW = load_catalogue().requirements[:3]


def test_every_phrase_is_read_in_every_language_of_the_catalogue_and_once() -> None:
    phrases = phrases_of(FEW)
    asked = {phrase for one in FEW for language in ("en", "ru", "tg") for phrase in question_of(one).phrases(language)}
    assert set(phrases) == asked
    assert len(phrases) == len(asked)


def test_the_file_holds_a_vector_for_each_phrase_and_only_changed_ones_are_read_again() -> None:
    phrases, store, model, again = phrases_of(FEW), Memory(), LetterModel(), LetterModel()
    read(phrases[1:], model, store, lambda *_: None)
    file = read(phrases, again, store, lambda *_: None)
    assert again.seen == [phrases[0]]
    assert VectorFile.parse(bytes(file), "x").vectors.keys() == {key(*phrase) for phrase in phrases}
