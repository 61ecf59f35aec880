"""A table of concordance of three rows: two proposals for one requirement, and a requirement without any."""

from dataclasses import replace
from datetime import date

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.law.build import build_law
from muvofiq.publication.concordance import Concordance, ForState, concordance
from muvofiq.standards.load import load_catalogue
from muvofiq.text.read import read_bytes

LAW = """ЗАКОН РЕСПУБЛИКИ ВЕСТАРИЯ
О помощи
Статья 1. Помощь
=1+1 не формула.
Статья 2. Язык
{long}
Статья 3. Утратила силу
"""
LONG = "\n".join(
    f"{number}. Переводчик номер {number} предоставляется бесплатно и без очереди." for number in range(1, 90)
)
TODAY = date(2026, 11, 23)
STATE = ForState("TJ", date(2016, 6, 1))


def table(*, model: str | None = None, for_state: ForState | None = None) -> Concordance:
    """Return the small table, made as the product makes it."""
    law = build_law(read_bytes(LAW.replace("{long}", LONG).encode(), "aid.txt"))
    catalogue = load_catalogue()
    few = replace(catalogue, requirements=catalogue.requirements[5:7])
    reason = Reason(("переводчик",), ("переводчик",), 1 if model else None)
    first = few.requirements[0].id
    found = {first: [Candidate("aid~art_2", 1, 2.5, reason), Candidate("aid~art_1", 2, 0.5, Reason((), (), None))]}
    return concordance(few, [law], found, made_on=TODAY, model=model, for_state=for_state)
