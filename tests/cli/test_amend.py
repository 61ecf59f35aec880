"""``muvofiq amend`` writes the consolidated law, or says what it did not understand and writes nothing."""

import json
from pathlib import Path

from muvofiq.amendment.change import Change
from muvofiq.cli.errors import NotWhole, OtherLanguage
from muvofiq.law.opening import open_laws
from tests.cli.test_commands import run, succeeded
from tests.paths import RUSSIAN, TAJIK

ACT = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О внесении изменений в Закон Республики Вестария «О государственной границе и защите лиц, её пересекающих»
Статья 1. Внести в Закон Республики Вестария «О государственной границе и защите лиц, её пересекающих» \
следующие изменения:
1. В статье 1 слова «в залах ожидания портов» заменить словами «в залах ожидания морских портов».
{second}
Статья 2. Настоящий Закон ввести в действие после его официального опубликования.
Президент Республики Вестария
«3» мая 2021 года № 40
"""
WELL = ACT.format(second="2. Статью 5 признать утратившей силу.")
UNCLEAR = ACT.format(second="2. В статье 5 слова «чего здесь нет нигде» заменить словами «иное».")


def act(folder: Path, text: str, name: str = "act.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_consolidated_law_is_written_and_every_change_is_told(tmp_path: Path) -> None:
    output = tmp_path / "after.txt"
    said = succeeded("amend", RUSSIAN, act(tmp_path, WELL), "-o", output)
    assert "replace-words art_1" in said.output
    law, *_ = open_laws(output.read_bytes(), output.name)
    before, *_ = open_laws(RUSSIAN.read_bytes(), RUSSIAN.name)
    units = {address.eid: unit for address, unit, _ in law.units()}
    assert "морских портов" in units["art_1"].words
    assert units["art_5"].repealed
    assert [address.eid for address, *_ in law.articles()] == [address.eid for address, *_ in before.articles()]


def test_the_law_is_written_as_akoma_ntoso_too(tmp_path: Path) -> None:
    output = tmp_path / "after.xml"
    succeeded("amend", RUSSIAN, act(tmp_path, WELL), "-o", output)
    law, *_ = open_laws(output.read_bytes(), output.name)
    assert "морских портов" in " ".join(unit.words for _, unit, _ in law.articles())


def test_nothing_is_written_where_a_change_does_not_fit_unless_asked_for(tmp_path: Path) -> None:
    output, unclear = tmp_path / "after.txt", act(tmp_path, UNCLEAR)
    refused = run("amend", RUSSIAN, unclear, "-o", output)
    assert isinstance(refused.exception, NotWhole)
    assert "чего здесь нет нигде" in refused.stderr
    assert not output.exists()
    succeeded("amend", RUSSIAN, unclear, "-o", output, "--partly")
    assert "морских портов" in output.read_text(encoding="utf-8")


def test_an_act_in_another_language_is_refused(tmp_path: Path) -> None:
    assert isinstance(run("amend", TAJIK, act(tmp_path, WELL)).exception, OtherLanguage)


def test_what_enters_into_force_later_is_left_out_and_told(tmp_path: Path) -> None:
    said = succeeded("amend", RUSSIAN, act(tmp_path, WELL), "--until", "2020-01-01", "-o", tmp_path / "law.txt")
    assert "left out" in said.stderr
    assert "морских портов" not in (tmp_path / "law.txt").read_text(encoding="utf-8")


def test_scripts_get_every_instruction_with_its_changes(tmp_path: Path) -> None:
    (read,) = json.loads(succeeded("amend", RUSSIAN, act(tmp_path, WELL), "--json").stdout)
    changes = [change for one in read["instructions"] for change in one["changes"]]
    assert [Change.parse(change).verb for change in changes][:2] == ["replace-words", "repeal"]
    assert read["not_understood"] == []


ENTRY = "Статья 2. Настоящий Закон ввести в действие после его официального опубликования."


def test_parts_of_an_act_are_applied_each_from_its_own_day(tmp_path: Path) -> None:
    days = (
        "Статья 2. Настоящий Закон ввести в действие с 1 января 2030 года.\n"
        "2. Пункт 1 статьи 1 настоящего Закона ввести в действие с 1 января 2027 года."
    )
    parts = act(tmp_path, WELL.replace(ENTRY, days))
    said = succeeded("amend", RUSSIAN, parts, "--until", "2028-01-01", "-o", tmp_path / "law.txt")
    assert "left out, in force from 2030-01-01" in said.stderr
    assert "not known" not in said.stderr
    written = (tmp_path / "law.txt").read_text(encoding="utf-8")
    assert "морских портов" in written
    assert "Статья 5. Палата миграции" in written


def test_a_day_that_the_act_does_not_tell_is_warned_of_and_not_guessed_where_a_day_is_asked_for(tmp_path: Path) -> None:
    said = succeeded("amend", RUSSIAN, act(tmp_path, WELL), "-o", tmp_path / "law.txt")
    assert "in force: day not known" in said.stderr
    refused = run("amend", RUSSIAN, act(tmp_path, WELL), "--until", "2022-01-01", "-o", tmp_path / "other.txt")
    assert isinstance(refused.exception, NotWhole)


def test_the_editors_notes_stay_in_the_file(tmp_path: Path) -> None:
    output = tmp_path / "after.txt"
    succeeded("amend", RUSSIAN, act(tmp_path, WELL), "-o", output)
    before, after = (path.read_text(encoding="utf-8").split("\n") for path in (RUSSIAN, output))
    noted = [line for line in before if "(Закон РВ" in line]
    assert len(noted) > 5
    assert [line for line in noted if line not in after] == []
