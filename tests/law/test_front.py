"""Each line of the head and of the signature is called by its name, and none is lost."""

from datetime import date
from pathlib import Path

import pytest

from muvofiq.law.build import build_law
from muvofiq.law.front import Role, front_of, says_adoption, signature_of
from muvofiq.law.tree import Law
from muvofiq.text.read import read_file
from tests.law.small import law
from tests.paths import RUSSIAN, TAJIK, real


def act(language: str, *head: str, title: str = "", tail: tuple[str, ...] = ()) -> Law:
    return Law("act", title, language, "", head, (), tail)


@pytest.mark.parametrize("path", [RUSSIAN, TAJIK])
def test_the_head_of_the_samples_has_title_gazette_adoption_and_preamble(path: Path) -> None:
    lines = front_of(build_law(read_file(path))).lines
    assert [line.role for line in lines] == [Role.TITLE, Role.TITLE, Role.GAZETTE, Role.ADOPTION, Role.PREAMBLE]


def test_the_preamble_can_be_cited() -> None:
    front = front_of(build_law(read_file(RUSSIAN)))
    assert front.preamble.startswith("Настоящий Закон устанавливает")
    assert front.of(Role.ADOPTION) == (
        "Принят постановлением Народного собрания Республики Вестария от 18 июня 2014 года № 204",
    )


def test_an_act_without_a_preamble_has_none() -> None:
    assert front_of(act("ru", "О границе")).preamble == ""


ROLES = [
    ("ru", "Одобрен Советом республик 5 июня 2014 года", Role.ADOPTION),
    ("ru", "Принята 6 ноября 2014 года", Role.ADOPTION),
    ("ru", "(Ведомости Народного собрания, 2014 г., № 7, ст. 393)", Role.GAZETTE),
    ("ru", "«Голос Вестарии», 2014 г., № 7", Role.GAZETTE),
    ("ru", "(Сборник законов Республики Вестария, 2014 г., № 7, ст. 3)", Role.GAZETTE),
    ("ru", "Изменения, внесенные Законом РВ от 16 декабря 2016 года № 20,", Role.EDITION),
    ("ru", "Вниманию пользователей!", Role.EDITOR),
    ("ru", "Настоящий конституционный Закон определяет порядок выборов.", Role.PREAMBLE),
    ("ru", "В целях защиты прав человека", Role.PREAMBLE),
    ("ru", "Мы, народ Вестарии,", Role.PREAMBLE),
    ("ru", "Кабинет министров Вестарии и Кабинет министров Лумерии, далее именуемые Сторонами,", Role.PREAMBLE),
    ("ru", "г. Ардвин", Role.OTHER),
    ("tg", "Бо қарори Маҷлиси халқӣ аз 18 июни соли 2014, № 204 қабул карда шуд", Role.ADOPTION),
    ("tg", "(Ахбори Маҷлиси халқӣ, с. 2014, № 3, мод. 41)", Role.GAZETTE),
    ("tg", "Қонуни конститутсионии мазкур тартиби интихоботро муайян мекунад.", Role.PREAMBLE),
    ("tg", "Мо, халқи Вестария,", Role.PREAMBLE),
    ("tg", "Кабинети вазирони Вестария ва Лумерия, ки минбаъд Тарафҳо номида мешаванд,", Role.PREAMBLE),
    ("tg", "(Маҷмӯаи қонунҳои Вестария, с. 2014, № 3, мод. 41)", Role.GAZETTE),
    ("kk", "Осы Заң шекараны күзету тәртібін белгілейді.", Role.PREAMBLE),
    ("kk", "Қолданушылар назарына!", Role.EDITOR),
    ("uz", "Qonunchilik palatasi tomonidan 2014-yil 18-iyunda qabul qilingan", Role.ADOPTION),
    ("uz", "Ushbu Qonun chegarani qoʻriqlash tartibini belgilaydi.", Role.PREAMBLE),
    ("ky", "Ушул Мыйзам чек араны коргоо тартибин белгилейт.", Role.PREAMBLE),
    ("en", "Adopted by the Assembly on 18 June 2014", Role.ADOPTION),
    ("en", "Amended by:", Role.EDITION),
    ("en", "(Collection of Laws of Vestaria, 2014, No. 7, Art. 3)", Role.GAZETTE),
    ("en", "The Cabinet of Ministers of Vestaria, hereinafter a Party,", Role.PREAMBLE),
    ("en", "Having regard to the Treaty,", Role.PREAMBLE),
    ("fr", "vu le traité,", Role.PREAMBLE),
    ("fr", "Modifié par:", Role.EDITION),
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_a_line_of_the_head_is_called_by_its_name(language: str, text: str, role: Role) -> None:
    (line,) = front_of(act(language, text)).lines
    assert (line.role, line.text) == (role, text)


def test_behind_the_beginning_of_a_preamble_stands_preamble_unless_a_line_says_otherwise() -> None:
    head = ("Мы, народ Вестарии,", "сознавая ответственность,", "(Вестник, 2014 г., № 7)", "принимаем Конституцию.")
    roles = [line.role for line in front_of(act("ru", *head)).lines]
    assert roles == [Role.PREAMBLE, Role.PREAMBLE, Role.GAZETTE, Role.PREAMBLE]


def test_the_table_of_contents_ends_with_the_last_unit_that_it_lists() -> None:
    listed = "\n".join(f"Статья {number}. О чём-то" for number in range(1, 5))
    text = "\n".join(f"Статья {number}. О чём-то\nТекст {number}." for number in range(1, 5))
    front = front_of(law(f"О границе\nСодержание\nГлава 1. Общее\n{listed}\nГлава 1. Общее\n{text}"))
    assert front.of(Role.CONTENTS)[0] == "Содержание"
    assert len(front.of(Role.CONTENTS)) == 6


def test_the_signature_names_day_and_number() -> None:
    tail = ("Президент Республики Вестария", "А. Ардов", "г. Ардвин", "15 июля 2014 года", "№ 118", "(подпись)")
    signature = signature_of(act("ru", tail=tail))
    assert (signature.day, signature.number) == (date(2014, 7, 15), "118")
    roles = [Role.SIGNATORY, Role.SIGNATORY, Role.PLACE, Role.DATE, Role.NUMBER, Role.OTHER]
    assert [(line.role, line.text) for line in signature.lines] == list(zip(roles, tail, strict=True))


@pytest.mark.parametrize(
    ("language", "tail"),
    [
        ("tg", ("Президенти Ҷумҳурии Вестария А. Ардов", "ш. Ардвин, 15 июли соли 2014, № 118")),
        ("uz", ("Oʻzbekiston Respublikasi Prezidenti A. ARDOV", "Toshkent sh., 2014-yil 15-iyul, OʻRQ-118-son")),
        ("en", ("The President", "Done at Ardvin, 15 July 2014, No. 118")),
    ],
)
def test_signatures_of_other_languages_are_read_too(language: str, tail: tuple[str, ...]) -> None:
    signature = signature_of(act(language, tail=tail))
    assert (signature.day, signature.number.removeprefix("OʻRQ-")) == (date(2014, 7, 15), "118")
    assert [line.role for line in signature.lines] == [Role.SIGNATORY, Role.PLACE]


SIGNED = {
    "ru": "Статья 1. Граница\nТекст.\nПрезидент\nРеспублики Вестария А. Ардов\nПриложение 1\nк Закону\n1. Общее.",
    "tg": "Моддаи 1. Сарҳад\nМатн.\nПрезиденти Ҷумҳурии Вестария А. Ардов\nЗамимаи 1\nба Қонун\n1. Умумӣ.",
    "kk": "1-бап. Шекара\nМәтін.\nҚазақстан Республикасының\nПрезиденті А. Ардов\n1-қосымша\n1. Жалпы.",
    "ky": "1-статья. Чек ара\nТекст.\nКыргыз Республикасынын Президенти А. Ардов",
    "en": "Article 1. Border\nText.\nPresident of the Republic of Vestaria A. Ardov\nAnnex 1\nRules\n1. General.",
}


@pytest.mark.parametrize("language", SIGNED)
def test_a_signature_is_found_in_every_language_and_before_an_annex(language: str) -> None:
    signed = law(SIGNED[language])
    assert signed.language == language
    assert "Ardov" in signed.tail[-1] or "Ардов" in signed.tail[-1]


def test_a_last_sentence_about_the_president_is_no_signature() -> None:
    assert law("Статья 1. Граница\nТекст.\nСтатья 2. Суд\nПрезидент назначает судей.").tail == ()


def test_an_act_without_a_signature_has_neither_day_nor_number() -> None:
    assert (signature_of(act("ru")).day, signature_of(act("ru")).number) == (None, "")


def test_the_line_of_adoption_is_no_part_of_the_title() -> None:
    title, adoption = "Пограничный кодекс Республики Вестария", "Принят Народным собранием 8 декабря 1995 года"
    assert law(f"{title}\n{adoption}\nСтатья 1. Граница\nТекст.").title == title
    assert says_adoption(adoption, "ru")


REAL = ["structure/ru_family/source.html", "structure/eu_32019l0771_en/source.xml", "tajik/documents/jam.tg.txt"]


@pytest.mark.parametrize("name", REAL)
def test_no_line_of_a_real_head_or_signature_is_lost_and_order_is_kept(name: str) -> None:
    real_act = build_law(read_file(real(f"gold/{name}")))
    assert tuple(line.text for line in front_of(real_act).lines) == real_act.head
    assert tuple(line.text for line in signature_of(real_act).lines) == real_act.tail
    assert Role.TITLE in {line.role for line in front_of(real_act).lines}


def test_a_real_signature_gives_day_and_number() -> None:
    signature = signature_of(build_law(read_file(real("gold/structure/ru_family/source.html"))))
    assert (signature.day, signature.number) == (date(1995, 12, 29), "223-ФЗ")
