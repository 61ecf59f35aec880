"""Running heads and page numbers are left out; words of the law that only look like them stay."""

import pytest

from muvofiq.text.pdf_margins import Page, margins_of
from muvofiq.text.pdf_rows import Row, Run
from muvofiq.text.source import Reason

HEAD, NUMBER = Reason.RUNNING_HEAD, Reason.PAGE_NUMBER


def page(number: int, *rows: tuple[float, str]) -> Page:
    return Page(number, 800, tuple(Row((Run(text, 50, 500, base, 10, is_bold=False),)) for base, text in rows))


def reasons(*pages: Page) -> list[list[Reason | None]]:
    found = margins_of(pages)
    return [[margins.get(at) for at in range(len(one.rows))] for one, margins in zip(pages, found, strict=True)]


def pages(count: int, head: str = "", foot: str = "") -> list[Page]:
    """Return pages whose head and foot hold the number of the page for #; each begins and ends with other words."""
    return [
        page(
            number,
            *([(780.0, head.replace("#", str(number)))] if head else []),
            (700.0, f"Граница {'а' * number}"),
            (685.0, f"охраняется {'б' * number}"),
            *([(30.0, foot.replace("#", str(number)))] if foot else []),
        )
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    "head", ["Закон о границе", "Закон о границе # стр.", "Ведомости № 12, лист #", "www.law.example"]
)
def test_a_repeated_head_is_left_out(head: str) -> None:
    assert reasons(*pages(4, head=head)) == [[HEAD, None, None]] * 4


@pytest.mark.parametrize(
    "foot", ["#", "— # —", "- # -", "# / 12", "[#]", "Страница #", "Page # of 9", "саҳифаи #", "стр. #"]
)
def test_a_number_that_counts_the_pages_is_left_out(foot: str) -> None:
    assert all(found[:2] == [None, None] and found[2] for found in reasons(*pages(4, foot=foot)))


def test_numbers_alone_are_page_numbers_even_of_two_pages() -> None:
    assert reasons(*pages(2, foot="#")) == [[None, None, NUMBER]] * 2


def small(number: int, head: str, size: float) -> Page:
    text = page(number, (700, f"Граница {'а' * number}"), (685, f"охраняется {'б' * number}"))
    row = Row((Run(head, 50, 500, 780, size, is_bold=False),))
    return Page(number, 800, (row, *text.rows))


def test_a_small_head_is_one_even_of_two_pages_and_a_large_one_may_be_law() -> None:
    assert reasons(small(1, "Ведомости", 7), small(2, "Ведомости", 7)) == [[HEAD, None, None]] * 2
    assert reasons(small(1, "Ведомости", 10), small(2, "Ведомости", 10)) == [[None] * 3] * 2
    assert reasons(small(1, "Ведомости", 7)) == [[None] * 3]
    assert reasons(small(1, "Ведомости", 7), small(2, "Вестник", 7)) == [[None] * 3] * 2


def test_heads_of_left_and_right_pages_may_differ() -> None:
    both = [page(n, (780, "Закон" if n % 2 else "Ведомости"), (700, f"Граница {'а' * n}")) for n in range(1, 8)]
    assert reasons(*both) == [[HEAD, None]] * 7


def test_the_head_of_a_chapter_is_left_out_on_its_pages() -> None:
    titles = [*["Глава 1. Цели"] * 4, *["Глава 2. Лица"] * 3]
    both = [page(n, (780, title), (700, f"Граница {'а' * n}")) for n, title in enumerate(titles, 1)]
    assert reasons(*both) == [[HEAD, None]] * 7


def test_a_head_of_two_rows_is_left_out_with_its_number() -> None:
    both = [page(n, (790, "Закон"), (778, f"— {n} —"), (700, f"Граница {'а' * n}")) for n in range(1, 5)]
    assert reasons(*both) == [[HEAD, NUMBER, None]] * 4


def test_the_first_page_needs_no_head() -> None:
    first = page(1, (700, "ЗАКОН"), (30, "1"))
    others = [page(n, (780, "Закон"), (700, f"Граница {'а' * n}"), (30, str(n))) for n in range(2, 6)]
    assert reasons(first, *others) == [[None, NUMBER], *[[HEAD, None, NUMBER]] * 4]


@pytest.mark.parametrize("head", ["Статья #", "Статья #.", "Глава #", "#-модда", "#. Граница", "#)"])
def test_headings_of_articles_at_the_top_of_pages_stay(head: str) -> None:
    assert reasons(*pages(5, head=head)) == [[None, None, None]] * 5


@pytest.mark.parametrize(
    "head",
    [
        "Статья #. Цель", "СТАТЬЯ #. ЦЕЛЬ", "Глава # Цель", "Моддаи #. Мақсад", "Боби # Мақсад", "#-modda. Maqsad",
        "#-бап. Мақсаты", "#-статья. Максаты", "Article #. Purpose", "Article # Objet et champ", "§ # Цель закона",
        "Приложение # к Закону", "ПРИЛОЖЕНИЕ № # к Закону", "Қонунга #-илова", "#. Цель закона", "#) цель закона",
        "Section #. The purpose", "Замимаи № # ба Қонун",
    ],
)  # fmt: skip
@pytest.mark.parametrize("count", [3, 12])
def test_headings_of_units_that_count_up_with_the_pages_stay(head: str, count: int) -> None:
    assert reasons(*pages(count, head=head)) == [[None, None, None]] * count


@pytest.mark.parametrize("head", ["Статья 5. Цель", "Приложение", "Приложение 2", "1. Цель", "Глава IV", "12"])
def test_a_heading_that_stands_next_to_its_text_stays_however_often(head: str) -> None:
    many = [
        page(n, (780.0, head), *[(765.0 - 15 * at, f"слово {'а' * n}{at}") for at in range(5)]) for n in range(1, 6)
    ]
    assert not any(margins_of(many))


def test_a_number_of_a_list_that_does_not_count_the_pages_stays() -> None:
    assert reasons(*pages(5, head="12", foot="7")) == [[None] * 4] * 5


@pytest.mark.parametrize("foot", ["12/#", "#/40", "Стр. # из 40", "Страница # из 40", "- # -", "#"])
def test_numbers_of_pages_are_told_from_numbers_of_units(foot: str) -> None:
    assert all(found[:3] == [None, None, None] and found[3] for found in reasons(*pages(6, "Статья #. Цель", foot)))


def test_the_head_that_tells_the_article_of_the_page_is_left_out_where_it_is_set_off() -> None:
    heads = ["Статья 12"] * 3 + ["Статья 13"] * 3
    many = [
        page(n, (780, head), *[(700.0 - 15 * at, f"{n} слово {'а' * n}{at}") for at in range(5)])
        for n, head in enumerate(heads, 1)
    ]
    assert margins_of(many) == [{0: HEAD}] * 6


def test_what_is_repeated_on_two_pages_stays() -> None:
    assert reasons(*pages(2, head="Закон о границе")) == [[None, None, None]] * 2


def test_what_is_repeated_on_pages_far_apart_stays() -> None:
    many = [page(n, (780, "(изменена)" if n in {2, 20, 38} else f"Лицо {'в' * n}"), (700, "а")) for n in range(1, 40)]
    assert not any(margins.get(0) for margins in margins_of(many))


def test_what_is_repeated_where_other_pages_have_their_text_stays() -> None:
    many = [
        page(n, (780, "(изменена)" if n in {2, 4, 6} else f"Лицо {'в' * n}"), (700, f"{n} а")) for n in range(1, 12)
    ]
    assert not any(margins_of(many))


def test_the_end_of_a_sentence_that_is_repeated_at_the_foot_stays() -> None:
    rows = [(60.0, "принимается в порядке,"), (45.0, "установленном законом."), (20.0, "#")]
    many = [
        page(n, (75, f"Решение {'а' * n}"), *[(base, text.replace("#", str(n))) for base, text in rows])
        for n in range(1, 5)
    ]
    assert reasons(*many) == [[None, None, None, NUMBER]] * 4


def test_figures_that_do_not_count_the_pages_stay() -> None:
    many = [page(n, (700, f"Граница {'а' * n}"), (30, figure)) for n, figure in enumerate(["12", "7", "1990", "3"], 1)]
    assert reasons(*many) == [[None, None]] * 4


def test_a_document_of_one_page_keeps_its_number() -> None:
    assert reasons(page(1, (700, "Граница"), (30, "1"))) == [[None, None]]
