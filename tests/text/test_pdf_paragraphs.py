"""Where a printed row begins a paragraph is told by its place, its font and its words."""

from muvofiq.text.pdf_frames import Place
from muvofiq.text.pdf_paragraphs import paragraphs, place
from muvofiq.text.pdf_rows import Row, Run

LEFT, RIGHT = 50.0, 450.0
FULL = "граница охраняется государством"


def row(text: str, left: float = LEFT, right: float = RIGHT, *, step: float = 14, bold: bool = False) -> Row:
    """Return a row; ``step`` is its distance from the row above, and is turned into a height by `joined`."""
    return Row((Run(text, left, right, step, 10, is_bold=bold),))


def joined(*rows: Row, pages: tuple[int, ...] = ()) -> list[str]:
    base, placed = 800.0, []
    for at, one in enumerate(rows):
        base -= one.base
        run = one.runs[0]
        page = pages[at] if pages else 1
        moved = Row((Run(run.text, run.left, run.right, base, run.size, run.is_bold),))
        placed.append((at + 1, moved, Place(page, 800, ())))
    return [" / ".join(one.text for one in paragraph) for paragraph in paragraphs(place(placed))]


def test_a_row_follows_a_full_one() -> None:
    assert joined(row(FULL), row(FULL), row("закон.", right=90)) == [f"{FULL} / {FULL} / закон."]


def test_an_indented_row_begins_a_paragraph() -> None:
    rows = [row("Граница", LEFT + 20), row(FULL), row("Лицо", LEFT + 20), row(FULL)] * 3
    assert joined(*rows) == [f"Граница / {FULL}", f"Лицо / {FULL}"] * 3


def test_rows_below_the_number_of_a_point_belong_to_it() -> None:
    rows = [row("1) лицо", LEFT), row(FULL, LEFT + 20), row("2) лицо", LEFT), row(FULL, LEFT + 20)] * 3
    assert joined(*rows) == [f"1) лицо / {FULL}", f"2) лицо / {FULL}"] * 3


def test_a_row_below_a_gap_begins_a_paragraph() -> None:
    assert joined(row(FULL), row(FULL), row("Лицо", step=20), row(FULL)) == [f"{FULL} / {FULL}", f"Лицо / {FULL}"]


def test_a_row_below_a_short_one_begins_a_paragraph() -> None:
    assert joined(row(FULL), row("Закон.", right=90), row("Лицо", right=90)) == [f"{FULL} / Закон.", "Лицо"]


def test_the_number_behind_its_sign_goes_on_with_the_row_above() -> None:
    rows = [row("3. Утратила силу (Закон от 05.06.2020 г. №", LEFT + 20), row("131)", right=90)]
    assert joined(*rows, row("Лицо", LEFT + 20), row(FULL)) == [
        "3. Утратила силу (Закон от 05.06.2020 г. № / 131)",
        f"Лицо / {FULL}",
    ]


def test_what_a_forbidden_deed_entails_stands_in_a_paragraph_of_its_own() -> None:
    rows = [row("Пересечение границы –", LEFT + 20), row("влечёт штраф", LEFT + 20), row("или арест.", right=120)] * 3
    assert joined(*rows) == ["Пересечение границы –", "влечёт штраф / или арест."] * 3


def test_a_row_in_another_font_begins_a_paragraph() -> None:
    assert joined(row("Статья 1. Цель", bold=True), row("Граница")) == ["Статья 1. Цель", "Граница"]


def test_a_numbered_unit_begins_a_paragraph() -> None:
    assert joined(row(FULL + "."), row("Статья 2. Цель"), row("1. Граница")) == [
        f"{FULL}.",
        "Статья 2. Цель",
        "1. Граница",
    ]


def test_a_reference_that_begins_a_row_does_not_begin_a_paragraph() -> None:
    rows = [row("Лицо", LEFT + 20), row("в порядке статьи"), row("5. Граница, указанная"), row(FULL)] * 3
    assert joined(*rows) == [f"Лицо / в порядке статьи / 5. Граница, указанная / {FULL}"] * 3


def test_a_dash_within_a_sentence_does_not_begin_a_paragraph() -> None:
    assert joined(row("граница"), row("— это линия")) == ["граница / — это линия"]


def test_a_sentence_goes_on_over_a_page() -> None:
    assert joined(row(FULL), row("закона", right=95), pages=(1, 2)) == [f"{FULL} / закона"]


def test_a_paragraph_ends_with_its_page_where_its_sentence_ends() -> None:
    rows = [row(FULL), row("граница.", right=430), row("Лицо", right=200)]
    assert joined(*rows, pages=(1, 1, 2)) == [f"{FULL} / граница.", "Лицо"]


def test_the_note_of_an_editor_goes_on_to_its_bracket() -> None:
    rows = [row("(В редакции от", 150, 350), row("5 мая 2014 года)", 150, 350), row("Граница")]
    assert joined(*rows) == ["(В редакции от / 5 мая 2014 года)", "Граница"]


def test_a_point_behind_the_note_of_an_editor_begins_a_paragraph() -> None:
    rows = [row("(часть вторая дополнена", LEFT + 20), row("законом)"), row("доступ", LEFT + 20), row(FULL)] * 3
    assert joined(*rows) == ["(часть вторая дополнена / законом)", f"доступ / {FULL}"] * 3


def test_the_rest_of_a_heading_belongs_to_it() -> None:
    assert joined(row("Статья 1. Лица и", right=200), row("их защита", right=130), row("Граница", right=95))[0] == (
        "Статья 1. Лица и / их защита"
    )
