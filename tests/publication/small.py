"""A table of concordance of three rows: two proposals for one requirement, and a requirement without any."""

from dataclasses import replace
from datetime import date

from muvofiq.alignment.candidate import Candidate, Reason
from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.scale import Confidence, Cure, Gap, Priority, Severity, Translation
from muvofiq.assessment.verdict import Verdict
from muvofiq.law.build import build_law
from muvofiq.publication.concordance import Concordance, ForState, Judgement, NormQuoted, Settled, concordance
from muvofiq.publication.judged import Decision, Findings, Judged, judged_concordance
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

TOLD = Particulars(
    covered=(1,),
    uncovered=(2,),
    gaps=(Gap.DEADLINE, Gap.SANCTION),
    severity=Severity.HIGH,
    priority=Priority.FIRST,
    cure=Cure.DECREE,
    confidence=Confidence.LOW,
    translation=Translation.MACHINE,
    norm="convention-on-aid art. 3",
    harm={"en": "=A child waits at night."},
    practice_source={"en": "Visit of 2 June"},
    another_act={"en": "Order on shifts"},
    treaty={"en": "Treaty on aid"},
    authority={"en": "Head of the shift"},
    time_limit={"en": "3 hours"},
)
SETTLED = Settled("Anna Horvat", date(2016, 6, 4), "Both read it again.", "It is full.", "Jan Kowal")


def table(*, model: str | None = None, for_state: ForState | None = None) -> Concordance:
    """Return the small table, made as the product makes it."""
    law = build_law(read_bytes(LAW.replace("{long}", LONG).encode(), "aid.txt"))
    catalogue = load_catalogue()
    few = replace(catalogue, requirements=catalogue.requirements[5:7])
    reason = Reason(("переводчик",), ("переводчик",), 1 if model else None)
    first = few.requirements[0].id
    found = {first: [Candidate("aid~art_2", 1, 2.5, reason), Candidate("aid~art_1", 2, 0.5, Reason((), (), None))]}
    return concordance(few, [law], found, made_on=TODAY, model=model, for_state=for_state)


def judged_table(
    *, findings: Findings | None = None, notices: tuple[str, ...] = (), for_state: ForState | None = None
) -> Concordance:
    """Return the table of a scope of two requirements: one judged, and one of which nothing is known."""
    law = build_law(read_bytes(LAW.replace("{long}", LONG).encode(), "aid.txt"))
    catalogue = load_catalogue()
    scope = catalogue.requirements[5:7]
    return judged_concordance(
        scope,
        catalogue.instruments,
        [law],
        findings or findings_for(scope[0].id),
        made_on=TODAY,
        for_state=for_state,
        notices=notices,
        editions={"aid": date(2019, 1, 2)},
    )


def told_table(**changed: object) -> Concordance:
    """Return the table with all that can be said of a finding; ``changed`` are facts of the judgement."""
    made = judged_table(for_state=STATE)
    first, *others = made.rows
    assert first.judgement
    assert first.answer
    judgement = replace(first.judgement, **{"particulars": TOLD, "settled": (SETTLED,), **changed})  # type: ignore[arg-type]
    quoted = (
        NormQuoted("Convention on aid", "art. 3", "en", "=Everybody gets an interpreter."),
        NormQuoted("Secret rules", "art. 5", "en", ""),
    )
    answer = replace(first.answer, translation="[unofficial]\n=1+1")
    whole = replace(first, answer=answer, judgement=judgement, norm_quotations=quoted)
    return replace(made, rows=(whole, *(replace(row, judgement=judgement) for row in others)))


def findings_for(requirement: str, *decisions: Decision) -> Findings:
    """Return two proposals, one of them accepted, besides a part of an article that the machine did not propose."""
    reason = Reason(("переводчик",), (), None)
    proposed = [Candidate("aid~art_2", 1, 2.5, reason), Candidate("aid~art_1", 2, 0.5, Reason((), (), None))]
    own = (
        Decision("aid@2019-01-02~art_2__para_7", accepted=True, quotations=("=cmd|' /c calc'!A0", "без очереди")),
        Decision("aid~art_1", accepted=True),
    )
    judgement = Judgement(Verdict.PARTIAL, Verdict.FULL, "=1+1 срок не назван", "Н. Эксперт", date(2016, 6, 2))
    judged = Judged(judgement, ("+Палата: поддерживает",), ("@1: дополнить ст. 2", "2: принять инструкцию"))
    return Findings({requirement: proposed}, {requirement: decisions or own}, {requirement: judged})
