"""From an edited wording come the changes that a lawyer would order, and they give the edited wording."""

import json
from collections.abc import Callable

import pytest

from muvofiq.amendment.applying import apply_all
from muvofiq.amendment.change import Change
from muvofiq.amendment.deriving import derive, derive_new
from muvofiq.amendment.errors import DoesNotFit, Unreadable, WordingUnreadable
from muvofiq.amendment.wording import wording_of
from muvofiq.law.build import build_law
from muvofiq.law.reference import Reference
from muvofiq.law.tree import Law
from muvofiq.text.read import read_bytes
from tests.paths import RUSSIAN, TAJIK

LAW = build_law(read_bytes(RUSSIAN.read_bytes(), RUSSIAN.name))
TAJIK_LAW = build_law(read_bytes(TAJIK.read_bytes(), TAJIK.name))


def derived(eid: str, edited: Callable[[str], str], law: Law = LAW) -> list[str]:
    """Return the changes for an edit, in letters, and see that they give what was proposed."""
    address = Reference.parse(f"{law.name}~{eid}")
    unit = law.find(address)
    assert unit is not None
    proposed = edited(wording_of(unit))
    changes = derive(law, address, proposed)
    assert proposed in wording(apply_all(law, changes))
    return [str(one) for one in changes]


def wording(law: Law) -> str:
    return "\n".join(paragraph for unit in law.provisions for paragraph in unit.paragraphs())


def swap(old: str, new: str) -> Callable[[str], str]:
    def edited(words: str) -> str:
        assert old in words
        return words.replace(old, new)

    return edited


def test_words_are_replaced_in_the_part_in_which_they_stand() -> None:
    found = derived("art_16", swap("один год", "два года"))
    assert found == ['replace-words art_16__para_1 {"old": ["один год"], "new": ["два года"]}']


def test_words_are_added_behind_the_words_before_them_and_deleted_alone() -> None:
    added = derived("art_21", swap("Физическая сила применяется", "Физическая сила применяется лишь"))
    assert added == ['insert-words art_21__para_4 {"words": ["лишь"], "anchor": ["сила применяется"]}']
    deleted = derived("art_21", swap("как крайняя мера и соразмерно", "соразмерно"))
    assert deleted == ['delete-words art_21__para_4 {"words": ["как крайняя мера и"]}']


def test_a_quotation_grows_to_the_words_beside_it_until_it_stands_there_once() -> None:
    (found,) = derived("art_22__para_4", swap("месяцев со дня согласия", "месяцев с даты согласия"))
    assert found == 'replace-words art_22__para_4 {"old": ["со дня"], "new": ["с даты"]}'
    (found,) = derived("art_18", swap("постановлению Палаты", "решению Палаты"))
    assert found == 'replace-words art_18__para_1__indent_1 {"old": ["постановлению"], "new": ["решению"]}'


def test_words_that_change_alike_in_several_units_are_one_change() -> None:
    (found,) = derived("art_21", swap("человека", "лица"))
    assert found == 'replace-words art_21__para_1,art_21__para_2 {"old": ["человека"], "new": ["лица"]}'


def test_whole_sentences_are_added_worded_anew_and_taken_out() -> None:
    added = derived("art_24__para_1", lambda words: f"{words} Срок продлевается.")
    assert added == ['insert-sentences art_24__para_1 {"words": "Срок продлевается."}']
    anew = derived("art_22__para_3", swap("Отказ должен быть мотивирован.", "Молчать запрещено всем и всегда."))
    assert anew == ['new-edition art_22__para_3#s3 {"words": "Молчать запрещено всем и всегда."}']
    removed = derived("art_22__para_3", swap(" Отказ должен быть мотивирован.", ""))
    assert removed == ["remove-units art_22__para_3#s3 {}"]


def test_a_new_part_comes_under_its_number_and_a_new_point_changes_the_stop_before_it() -> None:
    part = derived("art_16", lambda words: f"{words}\n4. Служба отвечает за утечку.")
    assert part == ['insert-units art_16 {"words": "4. Служба отвечает за утечку."}']
    stop, point = derived("art_19", swap("4) поручительство.", "4) поручительство;\n5) залог."))
    assert stop == 'replace-words art_19__point_4 {"old": ["."], "new": [";"], "nth": -1}'
    assert point == 'insert-units art_19 {"words": "5) залог."}'


def test_a_new_indent_comes_behind_another_or_at_the_beginning() -> None:
    assert derived("art_9", swap("О разъяснении", "Новый абзац.\nО разъяснении")) == [
        'insert-units art_9 {"words": "Новый абзац.", "after": "art_9__indent_2"}'
    ]
    assert derived("art_9", swap("прав\n", "прав\nНовый абзац.\n")) == [
        'insert-units art_9 {"words": "Новый абзац.", "numbers": [1]}'
    ]


def test_parts_behind_a_new_one_get_their_new_numbers() -> None:
    def edited(words: str) -> str:
        head, first, second, third = words.split("\n")
        return "\n".join((head, first, "2. Новая часть.", f"3.{second[2:]}", f"4.{third[2:]}"))

    assert derived("art_16", edited) == [
        'renumber art_16__para_2,art_16__para_3 {"labels": ["3", "4"]}',
        'insert-units art_16 {"words": "2. Новая часть."}',
    ]


def test_indents_that_are_given_numbers_are_numbered() -> None:
    def edited(words: str) -> str:
        head, *indents = words.split("\n")
        return "\n".join((head, *(f"{number}. {line}" for number, line in enumerate(indents, 1))))

    assert derived("art_9", edited) == ["number-units art_9 {}"]


def test_the_heading_is_changed_as_a_heading() -> None:
    assert derived("art_16", swap("Защита персональных данных", "Защита данных")) == [
        'delete-words art_16#heading {"words": ["персональных"]}'
    ]
    assert derived("art_16", swap("Защита персональных данных", "Тайна")) == [
        'new-edition art_16#heading {"words": "Тайна"}'
    ]


def test_a_unit_that_says_that_it_is_repealed_is_repealed_and_one_that_is_gone_is_taken_out() -> None:
    assert derived("art_16__para_2", lambda _: "2. Утратила силу.") == ["repeal art_16__para_2 {}"]
    address = Reference.parse(f"{LAW.name}~art_16")
    assert [str(one) for one in derive(LAW, address, "")] == ["repeal art_16 {}"]
    assert derived("art_12", swap("2) медицинская и психологическая помощь;\n", "")) == [
        "remove-units art_12__para_4__point_2 {}"
    ]


def test_what_changes_through_and_through_is_worded_anew_in_its_smallest_unit() -> None:
    found = derived("art_16", swap("3. Человек вправе узнать, какие данные о нём хранятся", "3. Никто не спрашивает"))
    assert all(not one.startswith("new-edition art_16 ") for one in found)
    anew = derived("art_24__para_3", lambda _: "3. Юрист нужен всем, и дети получают его первыми.")
    assert anew == ['new-edition art_24__para_3 {"words": "3. Юрист нужен всем, и дети получают его первыми."}']


def test_a_repealed_article_that_lives_again_is_worded_anew_as_a_whole() -> None:
    anew = "Статья 20. Новая жизнь\n1. Раз.\n2. Два."
    assert derived("art_20", lambda _: anew) == [
        f"new-edition art_20 {json.dumps({'words': anew}, ensure_ascii=False)}"
    ]


def test_units_proposed_beside_a_unit_are_added_beside_it_and_a_unit_may_get_another_number() -> None:
    assert derived("art_9__indent_2", lambda words: f"Новый абзац.\n{words}") == [
        'insert-units art_9 {"words": "Новый абзац.", "after": "art_9__indent_1"}'
    ]
    assert derived("art_16", swap("Статья 16.", "Статья 16(1).")) == ['renumber art_16 {"labels": ["16(1)"]}']


def test_a_further_article_in_the_wording_of_one_is_refused_with_its_line() -> None:
    with pytest.raises(WordingUnreadable) as refused:
        derived("art_16", lambda words: f"{words}\nСтатья 16(1). Утечка\nСлужба отвечает.")
    assert refused.value.values["reason"] is Unreadable.FURTHER_UNIT
    assert (refused.value.values["line"], refused.value.values["words"]) == (5, "Статья 16(1). Утечка")


def test_a_wording_that_cannot_be_quoted_is_refused_with_the_line_of_the_quotation_mark() -> None:
    with pytest.raises(WordingUnreadable) as refused:
        derived("art_12", swap("в течение тридцати дней", 'в срок «"тридцати дней'))
    assert (refused.value.values["reason"], refused.value.values["line"]) == (Unreadable.UNCLOSED, 3)


def test_blanks_of_another_sort_are_plain_blanks() -> None:
    address = Reference.parse(f"{LAW.name}~art_10__para_2")
    unit = LAW.find(address)
    assert unit is not None
    proposed = wording_of(unit).replace("сорока восьми", "сорока\u00a0\tпяти").replace("не позднее", "не\u00a0позднее")
    assert [str(one) for one in derive(LAW, address, proposed)] == [
        'replace-words art_10__para_2 {"old": ["восьми"], "new": ["пяти"]}'
    ]


def test_one_stretch_that_goes_is_deleted_however_long_it_is() -> None:
    gone = ", если в результате он окажется там, где ему грозят преследование, пытки, бесчеловечное обращение или "
    gone += "лишение жизни, в том числе через третье государство"
    (found,) = derived("art_14", swap(gone, ""))
    assert found.startswith('delete-words art_14__para_4 {"words": [", если в результате')


def test_a_unit_that_only_stands_elsewhere_puts_the_unit_around_it_in_a_new_edition() -> None:
    turned = swap("1) безопасное жильё;\n2) медицинская и психологическая", "1) медицинская и психологическая")
    (found,) = derived(
        "art_12", lambda words: turned(words).replace("помощь;\n3)", "помощь;\n2) безопасное жильё;\n3)")
    )
    assert found.startswith("new-edition art_12__para_4 ")


def test_units_of_two_sorts_that_come_side_by_side_are_two_additions() -> None:
    new = "\nНовый абзац части.\n4(1). Новая часть.\n5. Помощь"
    assert derived("art_12", swap("\n5. Помощь", new)) == [
        'insert-units art_12__para_4 {"words": "Новый абзац части."}',
        'insert-units art_12 {"words": "4(1). Новая часть."}',
    ]


def test_words_that_would_leave_a_quotation_open_are_not_quoted() -> None:
    law = build_law(read_bytes("Статья 1. Мост\nМост строят по закону «О мостах» и обычаю.".encode(), "bridge.txt"))
    (found,) = derived("art_1", swap("закону «О мостах»", "уставу «О мостах"), law)
    assert found.startswith("new-edition art_1__indent_1 ")


def test_nothing_changed_is_no_change() -> None:
    assert derived("art_16", lambda words: words) == []
    address = Reference.parse(f"{LAW.name}~art_16")
    unit = LAW.find(address)
    assert unit is not None
    assert derive(LAW, address, f"\n{wording_of(unit)} \n\n") == ()


def test_a_wording_that_is_no_such_unit_is_refused_and_so_is_an_unknown_unit() -> None:
    with pytest.raises(WordingUnreadable):
        derive(LAW, Reference.parse(f"{LAW.name}~art_16"), "Просто слова.")
    with pytest.raises(DoesNotFit):
        derive(LAW, Reference.parse(f"{LAW.name}~art_99"), "Статья 99. Слова")


@pytest.mark.parametrize(
    ("after", "words", "change"),
    [
        ("art_16", "Статья 16(1). Утечка\nСлужба отвечает.", "insert-units act"),
        ("art_16__para_2", "2(1). Служба отвечает.", "insert-units art_16 "),
        ("art_9__indent_2", "Служба отвечает.", "insert-units art_9 "),
        ("art_17-1", "Глава 5(1). Утечка\nСтатья 17(2). Ответ\nСлужба отвечает.", "insert-units act"),
    ],
)
def test_new_units_come_behind_the_unit_that_is_named(after: str, words: str, change: str) -> None:
    (found,) = derive_new(LAW, Reference.parse(f"{LAW.name}~{after}"), words)
    assert str(found).startswith(change)
    assert words in wording(apply_all(LAW, (found,)))


def test_the_same_holds_in_tajik() -> None:
    assert derived("art_5", swap("ҳуқуқ надорад", "наметавонад"), TAJIK_LAW) == [
        'replace-words art_5__para_2 {"old": ["ҳуқуқ надорад"], "new": ["наметавонад"]}'
    ]


def test_changes_survive_being_written_in_a_line() -> None:
    address = Reference.parse(f"{LAW.name}~art_16")
    unit = LAW.find(address)
    assert unit is not None
    changes = derive(LAW, address, wording_of(unit).replace("один год", "два года") + "\n4. Ещё.")
    assert tuple(Change.parse(str(one)) for one in changes) == changes
