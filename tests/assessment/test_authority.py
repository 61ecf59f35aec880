"""Authorities are found in whatever case they stand, an agency of the mission by its own name."""

import pytest

from muvofiq.assessment.authority import authorities_in

GUARD = ({"ru": "Государственная пограничная служба", "en": "State Border Service"}, {"ru": "ГПС"})


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ru", "Пограничная служба уведомляет орган опеки.", ["border service", "guardianship authority"]),
        ("ru", "Решение обжалуется в районный суд, прокурору направляется копия.", ["court", "prosecutor"]),
        ("ru", "Сотрудник приглашает врача.", ["officer on duty", "health authority"]),
        ("ru", "Опека над ребёнком устанавливается без промедления.", []),
        ("ru", "Судоходство по реке запрещено.", []),
        ("tg", "Хадамоти сарҳад ба мақоми васоят хабар медиҳад.", ["border service", "guardianship authority"]),
        ("tg", "Аз қарор ба суди ноҳиявӣ шикоят овардан мумкин аст.", ["court"]),
        ("en", "The border guard shall call a doctor and inform the guardianship body.",
         ["border service", "health authority", "guardianship authority"]),
        ("en", "The person may appeal.", []),
        ("fr", "La police informe le tribunal.", []),
    ],
)  # fmt: skip
def test_a_text_names_its_authorities_in_order(language: str, text: str, names: list[str]) -> None:
    assert [one.name["en"] for one in authorities_in(text, language)] == names


def test_an_agency_counts_by_its_own_name_and_only_once() -> None:
    text = "Сотрудники Государственной пограничной службы докладывают ГПС; суд решает."
    found = authorities_in(text, "ru", [GUARD])
    assert [one.name["en"] for one in found] == ["officer on duty", "State Border Service", "court"]
    assert text[found[1].start : found[1].end] == "Государственной пограничной службы"


def test_a_short_form_is_found_only_as_it_is_written() -> None:
    assert [one.words for one in authorities_in("Запрос получает ГПС.", "ru", [GUARD])] == ["ГПС"]
    assert authorities_in("Запрос получает гпс или ГПСМ.", "ru", [GUARD]) == ()
