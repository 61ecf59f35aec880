"""What kind of act a title names, what a provision does (punish, define, forbid), and which instruments it names.

All are told from tables: ``languages/act-kinds.csv``, ``languages/legal-forms.csv`` and
``alignment/instrument-names.csv``.
"""

import re
from functools import cache

from muvofiq.tables import table

Pattern = re.Pattern[str]


def kind_of_act(title: str) -> str | None:
    """Return the kind of act that a title names, in whatever language, or None.

    The kinds are tried in the order of the table, in which the narrower stand first.

    >>> kind_of_act("Уголовно-процессуальный кодекс"), kind_of_act("Criminal Code")
    ('criminal_procedure', 'criminal_code')
    """
    return next((kind for kind, pattern in _patterns("languages/act-kinds.csv", "kind") if pattern.search(title)), None)


def forms_in(text: str, language: str) -> frozenset[str]:
    """Return the legal forms whose signs stand in a text.

    >>> sorted(forms_in("Такое деяние наказывается штрафом.", "ru"))
    ['offence']
    """
    rows = _patterns("languages/legal-forms.csv", "form", language)
    return frozenset(form for form, pattern in rows if pattern.search(text))


def instruments_in(text: str, language: str) -> frozenset[str]:
    """Return the ids of the catalogue's instruments that a text names.

    >>> sorted(instruments_in("в соответствии с Конвенцией о правах ребенка", "ru"))
    ['crc']
    """
    rows = _patterns("alignment/instrument-names.csv", "instrument", language)
    return frozenset(name for name, pattern in rows if pattern.search(text))


@cache
def _patterns(name: str, column: str, language: str | None = None) -> tuple[tuple[str, Pattern], ...]:
    """Return the patterns of a table, of one language or of all, each with what it tells."""
    rows = (row for row in table(name) if language is None or row["language"] == language)
    return tuple((row[column], re.compile(row["pattern"], re.IGNORECASE)) for row in rows)
