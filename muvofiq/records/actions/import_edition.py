"""A law file becomes an edition on file, under the act of the register by which it is recognised."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from django.db.models import Max

from muvofiq.law.akoma_ntoso import write
from muvofiq.law.build import build_law
from muvofiq.law.identity import identity_of
from muvofiq.law.tree import Law
from muvofiq.records.actions.acting import Act as Acting
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.request_matching import ask_for_matching
from muvofiq.records.errors import ActUnclear, AlreadyOnFile, ChangedMeanwhile
from muvofiq.records.models import Act, Edition, EditionText, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.register import recognised
from muvofiq.text.read import read_bytes

NUMBER = 40  # the longest number of an act that the register takes; what is longer is none

RESERVED = ("import", "register")  # pages beside the acts have these addresses


def import_edition(
    actor: Person,
    mission: Mission,
    *,
    data: bytes,
    file_name: str,
    act: Act | None = None,
    is_new_act: bool = False,
    as_of: date | None = None,
    replaces: Edition | None = None,
) -> Edition:
    """Read a law file and keep it for good; nothing is saved if it cannot be read.

    Without ``act`` the file is recognised by title, number and date; ``is_new_act`` makes a new row of the register.
    Raises the errors of reading, AlreadyOnFile, ActUnclear, ChangedMeanwhile (``replaces`` was replaced already).
    """
    law = build_law(read_bytes(data, file_name))
    where = f"{mission} > {file_name}"
    with acting(actor, Verb.IMPORT_EDITION, mission) as acts:
        on_file(mission, act, replaces)
        if newer := replaces and mission.editions.filter(replaces=replaces).first():
            raise ChangedMeanwhile(where, name=newer.imported_by.name, yours=replaces, theirs=newer)
        same = mission.editions.filter(file_sha256=law.sha256).first()
        if same:
            raise AlreadyOnFile(where, edition=same.name)
        row = act or (_new_act(mission, law) if is_new_act else _recognised(mission, law, where))
        edition = _edition(acts, row, law, file_name, as_of=as_of, replaces=replaces)
        acts.says(f"edition {edition.name}", file=file_name, file_sha256=law.sha256, act=str(row.pk))
        ask_for_matching(acts, mission)
    return edition


def _recognised(mission: Mission, law: Law, where: str) -> Act:
    matches = recognised(mission, law)
    if len(matches) == 1 or (len(matches) > 1 and matches[0][1].score > matches[1][1].score):
        return matches[0][0]
    if not matches and not mission.acts.exists():
        return _new_act(mission, law)
    found = "; ".join(next(iter(act.title.values())) for act, _ in matches) or "–"
    raise ActUnclear(where, title=law.title, found=found)


def _new_act(mission: Mission, law: Law) -> Act:
    """Enter an act by its signature, else by the only number and date that it names.

    The head of an amended act names those of the amending acts too: which is its own, only a person can say.
    """
    signed, named = identity_of(replace(law, head=())), identity_of(law)
    number, adopted = signed.numbers[:1] or named.numbers, signed.dates[:1] or named.dates
    return Act.objects.create(
        mission=mission,
        title={law.language: law.title},
        number=number[0] if len(number) == 1 and len(number[0]) <= NUMBER else "",
        adopted=adopted[0] if len(adopted) == 1 else None,
        position=1 + (mission.acts.aggregate(last=Max("position"))["last"] or 0),
        unconfirmed=["number", "adopted"],
    )


def _edition(
    acts: Acting, row: Act, law: Law, file_name: str, *, as_of: date | None, replaces: Edition | None
) -> Edition:
    mission = row.mission
    name = _free_name(mission, law.name)
    akoma_ntoso = write(replace(law, name=name))
    text, _ = EditionText.objects.get_or_create(
        sha256=sha256(akoma_ntoso.encode()).hexdigest(), defaults={"akoma_ntoso": akoma_ntoso}
    )
    return Edition.objects.create(
        act=row,
        mission=mission,
        name=name,
        language=law.language,
        as_of=as_of,
        text=text,
        file_name=file_name[:255],
        file_sha256=law.sha256,
        articles=sum(1 for _ in law.articles()),
        remarks=[{"template": one.template, "count": one.count} for one in law.remarks],
        replaces=replaces,
        imported_by=acts.actor,
        imported_at=acts.at,
    )


def _free_name(mission: Mission, stem: str) -> str:
    taken = {*RESERVED, *mission.editions.values_list("name", flat=True)}
    names = (stem[:100] if at == 1 else f"{stem[:100]}-{at}" for at in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
