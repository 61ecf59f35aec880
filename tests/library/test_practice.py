"""The good practice that comes with the product: facts about states in our own words, and no judgement of any."""

import re
from collections import Counter
from importlib.resources import files

from muvofiq.standards.load import load_catalogue
from muvofiq.standards.practice_shelf import FOLDER, by_requirement, load_practices, shipped_practices
from muvofiq.standards.state import state_codes
from muvofiq.tables import table

LANGUAGES = ("en", "ru", "tg")
FOREIGN = {"ru": re.compile("[A-Za-zғӣқӯҳҷҒӢҚӮҲҶ]"), "tg": re.compile("[A-Za-zщыцЩЫЦ]")}
OLD_TAJIK = re.compile(r"(?i:мӯҳлат|кӯмак|\bӯҳда)")  # spellings before the reform
VERDICTS = re.compile(
    r"(?i)\b(fail|violat|breach|insufficien|inadequa|lack|absent|gap|недостат|нарушен|пробел|камбудӣ)"
)


def test_both_directions_are_shipped() -> None:
    states = Counter(one.state for one in shipped_practices())
    assert states["LV"] >= 20
    assert states["PT"] >= 20
    assert states["TJ"] >= 10
    assert {"EU", "KG", "KZ", "TM", "UZ"} <= set(states)
    assert set(states) <= set(state_codes())
    assert len(by_requirement(shipped_practices())) > 60


def test_every_practice_speaks_three_languages_in_their_own_letters() -> None:
    for one in shipped_practices():
        assert one.unconfirmed_languages == ("tg",)
        for words in one.texts:
            assert tuple(words) == LANGUAGES, one.id
            assert all(text.strip() == text and text and "  " not in text for text in words.values()), one.id
            assert not [language for language, foreign in FOREIGN.items() if foreign.search(words[language])], one.id
            assert not OLD_TAJIK.search(words["tg"]), one.id
        assert all(text.endswith(".") for words in one.texts[1:] for text in words.values()), one.id
        assert not any(text.endswith(".") for text in one.title.values()), one.id


def test_no_criticism_and_no_verdict_about_a_state_is_shipped() -> None:
    for one in shipped_practices():
        assert one.criticism == ()
        said = [text for words in one.texts for text in words.values()]
        assert not [text for text in (*said, *one.read_also) if VERDICTS.search(text)], one.id


def test_every_practice_names_its_source_and_what_says_verify_is_unconfirmed() -> None:
    for one in shipped_practices():
        assert one.source, one.id
        assert not one.confirmed or not re.search("verif|general knowledge|Digest", one.source), one.id
    assert {True, False} == {one.confirmed for one in shipped_practices()}


def test_nothing_ends_before_it_begins() -> None:
    for one in shipped_practices():
        assert not (one.since and one.until) or one.since.first_day < one.until.last_day, one.id


def test_the_library_loads_as_it_lies_and_every_file_says_what_it_is() -> None:
    assert load_practices(load_catalogue()) == shipped_practices()
    for file in files("muvofiq.library").joinpath(FOLDER).iterdir():
        if file.name.endswith(".yaml"):
            lines = file.read_text("utf-8").splitlines()
            assert lines[0].startswith("# "), file.name
            assert max(map(len, lines)) <= 130, file.name


def test_every_state_of_a_region_has_a_name() -> None:
    assert {row["state"] for row in table(f"{FOLDER}/regions.csv")} <= set(state_codes())
