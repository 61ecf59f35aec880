"""What came back from translation, as a page shows it: of a long file one part after the other, what asks first."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from muvofiq.publication.translation_sheet import Sheet
from muvofiq.records.models import Edition
from muvofiq.records.queries.returned_sheet import Fate, Returned, all_ticks, returned

LONGEST = 200  # rows: a page of Cyrillic text then stays far below one megabyte
STRAYS = 20
FIRST = (Fate.OTHER, Fate.AGAIN, Fate.TWICE, Fate.UNKNOWN, Fate.ELSEWHERE, Fate.LANGUAGE, Fate.NEW, Fate.SAME)


def returned_page(edition: Edition, sheet: Sheet, language: str, typed: QueryDict) -> Mapping[str, object]:
    """Return what the page shows of a sheet; ``typed`` says which part, and what is ticked on any part."""
    rows = returned(edition.act, sheet, language)
    fates = Counter(one.fate for one in rows)
    shown = _part(rows, typed.get("part", "1"))
    ticked, ticks = typed.getlist("replace"), {one.tick for one in shown if one.waits}
    return {
        "rows": shown,
        "fates": {fate.value: fates[fate] for fate in FIRST if fates[fate]},
        "left": sheet.left,
        "strays": sheet.strays[:STRAYS],
        "more_strays": len(sheet.strays[STRAYS:]),
        "taken": fates[Fate.NEW],
        "waiting": sum(one.waits for one in rows),
        "all_ticks": all_ticks(rows),
        "are_all_ticked": typed.get("replace_all", "") == all_ticks(rows),
        "ticked": ticked,
        "ticked_elsewhere": [one for one in dict.fromkeys(ticked) if one not in ticks],
        "language": language,
    }


def _part(rows: Sequence[Returned], number: str) -> Page[Returned]:
    """Return a part of the rows; if they are all on one page, in the order of the sheet."""
    if len(rows) > LONGEST:
        rows = sorted(rows, key=lambda one: FIRST.index(one.fate))
    return Paginator(rows, LONGEST).get_page(number)
