"""What a printed row says of itself by its first and last signs: a numbered unit begins, a sentence ends."""

import re
from functools import cache

from muvofiq.tables import table

LABEL = re.compile(r"\(?\d{1,3}[¹²³⁴⁵⁶⁷⁸⁹⁰]{0,3}(?:[.-]\d{1,3}){0,3}[.)](?!\d)|\(?(?:[^\W\d_]|[ivxlIVXL]{2,4})\)")
DASH = re.compile(r"[—–•*-]\s")
# «Article 5.», «Глава IV», «5-модда.»: a word and its number, which may also stand in a sentence.
UNIT = re.compile(
    r"[^\W\d_]{2,20}\s(?:\d{1,4}|[IVXLCХІ]{1,7})(?:[\W\d]|$)"
    r"|(?:\d{1,4}\S{0,4}|[IVXLCХІ]{1,7})[-\s][^\W\d_]{2,20}\."
)
# How a heading of each numbering in the language table begins; {} are the words of this numbering.
NUMBER = r"(?:\d|[IVXLCІХ]{{1,9}}(?!\w))"
HEADINGS = {
    rf"(?i:{{}})\s{{{{0,2}}}}[№N]?\s{{{{0,2}}}}{NUMBER}": {"arabic", "roman", "range", "annex"},
    r"(?:\d[\W\d]{{0,6}}|[IVXLCІХ]{{1,9}}\W{{0,3}})(?i:{})(?!\w)": {"before", "before-roman", "before-range"},
    r"[^.;:|\d]{{0,200}}\d[\W\d]{{0,6}}(?i:{})(?!\w)": {"annex-before"},
    r"(?i:{})\W*$": {"annex", "annex-before"},
}
ENDS = (".", ";", ":", "!", "?", ".»", '."', ".)", ";)", "…", ".”")


def begins_with_label(text: str) -> bool:
    """Tell whether a row begins as a point of a list does: «1.», «2-1)», «а)», «— ».

    >>> begins_with_label("12. Граница"), begins_with_label("12.05.2020")
    (True, False)
    """
    return LABEL.match(text) is not None or begins_with_dash(text)


def begins_with_dash(text: str) -> bool:
    """Tell whether a row begins with a dash, as a point of a list does, and the middle of a sentence as well."""
    return DASH.match(text) is not None


def begins_unit(text: str) -> bool:
    """Tell whether a row may be the heading of an article or chapter.

    >>> begins_unit("Статья 5. Граница"), begins_unit("статьи 5 закона")
    (True, False)
    """
    return not text[0].islower() and UNIT.match(text) is not None


def is_heading(text: str) -> bool:
    """Tell whether a row begins with the word and number of a unit of the language table, or with a mere number.

    >>> is_heading("Приложение № 2 к Закону"), is_heading("1. Цель"), is_heading("Ведомости № 2")
    (True, True, False)
    """
    return LABEL.match(text) is not None or _headings().match(text) is not None


@cache
def _headings() -> re.Pattern[str]:
    rows = [row for row in table("languages/units.csv") if row["word"]]
    words = {form: [row["word"] for row in rows if row["numbering"] in known] for form, known in HEADINGS.items()}
    return re.compile("|".join(form.format(f"(?:{'|'.join(found)})") for form, found in words.items()))


def ends_sentence(text: str) -> bool:
    """Tell whether a row ends as a sentence or a point of a list does.

    >>> ends_sentence("граница;"), ends_sentence("граница,")
    (True, False)
    """
    return text.endswith(ENDS)
