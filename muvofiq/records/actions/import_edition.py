"""A law file becomes an edition on file, under the act of the register by which it is recognised."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from django.db.models import Max

from muvofiq.law.akoma_ntoso import write
from muvofiq.law.identity import identity_of
from muvofiq.law.opening import open_laws
from muvofiq.law.restricted import FOR_OFFICIAL_USE, restricted_mark
from muvofiq.law.tree import Law
from muvofiq.records.actions.acting import Act as Acting
from muvofiq.records.actions.acting import acting
from muvofiq.records.actions.belonging import on_file
from muvofiq.records.actions.purpose import purpose_and_state, whose
from muvofiq.records.actions.request_matching import ask_for_matching
from muvofiq.records.errors import ActUnclear, AlreadyOnFile, ChangedMeanwhile, NeedsConfirmation
from muvofiq.records.models import Act, Edition, EditionText, Mission, Person
from muvofiq.records.permissions import Verb
from muvofiq.records.queries.filing import acts_meant, counted_in, same_on_file, the_act_meant
from muvofiq.records.queries.law_text import law_of
from muvofiq.records.queries.whose_law import national_acts
from muvofiq.records.words import Purpose
from muvofiq.text.choices import NONE, Choices

NUMBER = 40  # the longest number of an act that the register takes; what is longer is none

RESERVED = ("complete", "import", "of", "register", "state-register")  # pages beside the acts have these addresses


@dataclass(frozen=True, slots=True)
class Filing:
    """How a person wants a law filed: under which act, as at which day, and in place of which edition.

    Without ``act`` it is that of the replaced edition, or the one that title, number and date of the law point to;
    ``is_new_act`` makes a new row of the register. Without ``as_of`` the day is that of the replaced edition.
    ``purpose`` and ``state`` say what a new act is to the mission; an act on file stays what it is. A law that is not
    national becomes a new act where the register has none of that purpose and state that it may be.
    """

    act: Act | None = None
    is_new_act: bool = False
    as_of: date | None = None
    replaces: Edition | None = None
    purpose: Purpose = Purpose.NATIONAL
    state: str = ""

    @property
    def day(self) -> date | None:
        """The day of the text: the one that was chosen, else that of the edition that it corrects."""
        return self.as_of or (self.replaces.as_of if self.replaces else None)


RECOGNISED = Filing()


def import_editions(
    actor: Person,
    mission: Mission,
    *,
    data: bytes,
    file_name: str,
    choices: Choices = NONE,
    filing: Filing = RECOGNISED,
    may_use_restricted: bool = False,
) -> tuple[Edition, ...]:
    """Read a law file and keep it for good, as one edition for each language in it; nothing is saved if it fails.

    ``may_use_restricted`` is the actor's word that a text marked «for official use» may be used in the mission: then
    it is kept as one that is never exported, and the history entry says so. Raises the errors of opening,
    NeedsConfirmation (the mark is there, that word is not), AlreadyOnFile, ActUnclear, and ChangedMeanwhile (the
    edition was replaced already).
    """
    laws = open_laws(data, file_name, choices)
    with acting(actor, Verb.IMPORT_EDITION, mission) as acts:
        return keep_laws(acts, mission, laws, file_name, filing, may_use_restricted=may_use_restricted)


def keep_laws(
    acts: Acting,
    mission: Mission,
    laws: Sequence[Law],
    file_name: str,
    filing: Filing,
    *,
    may_use_restricted: bool = False,
    mark: str = "",
) -> tuple[Edition, ...]:
    """Keep the laws of one file under one act, within a running action; raises the errors of import_editions.

    ``mark`` is by what the file is known as one «for official use», if not by its laws as they are now.
    """
    where = f"{mission} > {file_name}"
    old = filing.replaces
    replaced = _to_be_replaced(mission, laws, filing, where)
    if (mark := mark or _mark(laws, replaced.values())) and not may_use_restricted:
        raise NeedsConfirmation(where, mark=mark)
    row = filing.act or (None if filing.is_new_act or old is None else old.act)
    meant = purpose_and_state(mission, filing.purpose, filing.state)
    row = row or (_new_act(mission, laws, meant) if filing.is_new_act else _recognised(mission, laws, meant, where))
    editions = tuple(
        _edition(
            acts,
            row,
            law,
            file_name,
            replace(filing, as_of=filing.day, replaces=replaced.get(law.language)),
            is_restricted=bool(mark),
        )
        for law in laws
    )
    _learn_titles(row, laws, file_name)
    names = ", ".join(edition.name for edition in editions)
    confirmed = {"official_use": mark} if mark else {}
    acts.says(
        f"edition {names}", file=file_name, file_sha256=laws[0].sha256, act=str(row.pk), **confirmed, **whose(row)
    )
    ask_for_matching(acts, mission)
    return editions


def _to_be_replaced(mission: Mission, laws: Sequence[Law], filing: Filing, where: str) -> Mapping[str, Edition]:
    """Return by language the editions that a file replaces; a text that is on file, or replaced by now, is refused."""
    old = filing.replaces
    on_file(mission, filing.act, old)
    if newer := old and mission.editions.filter(replaces=old).first():
        raise ChangedMeanwhile(where, name=newer.imported_by.name, yours=old, theirs=newer)
    replaced = _replaced(laws, old)
    for same in filter(None, (same_on_file(mission, law) for law in laws)):
        if same not in replaced.values() or filing.as_of in {None, same.as_of}:  # else it gets another day
            raise AlreadyOnFile(where, edition=same.name)
    return replaced


def _mark(laws: Sequence[Law], replaced: Iterable[Edition]) -> str:
    """Return the mark «for official use» of a file; what corrects such a text is one, whatever stands in either."""
    restricted = [law_of(edition) for edition in replaced if edition.is_restricted]
    mark = next(filter(None, map(restricted_mark, (*laws, *restricted))), "")
    return mark or (FOR_OFFICIAL_USE if restricted else "")


def _replaced(laws: Sequence[Law], old: Edition | None) -> Mapping[str, Edition]:
    """Return by language which edition is replaced: the chosen one, and its twin out of the same file."""
    if old is None:
        return {}
    if old.language not in {law.language for law in laws} or len(laws) == 1:
        return {laws[0].language: old}
    twins = old.act.editions.filter(file_sha256=old.file_sha256, replaced_by=None)
    return {edition.language: edition for edition in (*twins, old)}


def _recognised(mission: Mission, laws: Sequence[Law], meant: Mapping[str, str], where: str) -> Act:
    matches = acts_meant(mission, laws, Purpose(meant["purpose"]), meant["state"])
    if act := the_act_meant(matches, Purpose(meant["purpose"])):
        return act
    is_first = meant["purpose"] != Purpose.NATIONAL.value or not national_acts(mission).exists()
    if not matches and is_first:
        return _new_act(mission, laws, meant)
    found = "; ".join(next(iter(act.title.values())) for act, _ in matches) or "–"
    raise ActUnclear(where, title=laws[0].title, found=found)


def _new_act(mission: Mission, laws: Sequence[Law], meant: Mapping[str, str]) -> Act:
    """Enter an act by its signature, else by the only number and date that it names.

    The head of an amended act names those of the amending acts too: which is its own, only a person can say.
    """
    signed, named = identity_of(replace(laws[0], head=())), identity_of(laws[0])
    number, adopted = signed.numbers[:1] or named.numbers, signed.dates[:1] or named.dates
    return Act.objects.create(
        mission=mission,
        title={law.language: law.title for law in laws},
        number=number[0] if len(number) == 1 and len(number[0]) <= NUMBER else "",
        adopted=adopted[0] if len(adopted) == 1 else None,
        position=1 + (mission.acts.aggregate(last=Max("position"))["last"] or 0),
        unconfirmed=["number", "adopted"],
        **meant,
    )


def _learn_titles(row: Act, laws: Sequence[Law], file_name: str) -> None:
    """Enter the title of the act in a language that the register lacks, so that its next edition is recognised."""
    told = {law.language: law.title for law in laws if law.title != file_name.rsplit(".", 1)[0]}
    new = {language: title for language, title in told.items() if not row.title.get(language)}
    if new:
        row.title = row.title | new
        row.unconfirmed = [*row.unconfirmed, *(f"title.{language}" for language in new)]
        row.save(update_fields=["title", "unconfirmed"])


def _edition(acts: Acting, row: Act, law: Law, file_name: str, filing: Filing, *, is_restricted: bool) -> Edition:
    mission = row.mission
    name = _free_name(mission, law.name)
    akoma_ntoso = write(replace(law, name=name))
    text, _ = EditionText.objects.get_or_create(
        sha256=sha256(akoma_ntoso.encode()).hexdigest(), defaults={"akoma_ntoso": akoma_ntoso}
    )
    articles, counted = counted_in(law)
    return Edition.objects.create(
        act=row,
        mission=mission,
        name=name,
        language=law.language,
        as_of=filing.as_of,
        text=text,
        file_name=file_name[:255],
        file_sha256=law.sha256,
        articles=articles,
        counted=counted.value,
        unproofed=any(unit.unproofed for _, unit, _ in law.units()),
        is_restricted=is_restricted,
        remarks=[{"template": one.template, "count": one.count} for one in law.remarks],
        replaces=filing.replaces,
        imported_by=acts.actor,
        imported_at=acts.at,
    )


def _free_name(mission: Mission, stem: str) -> str:
    taken = {*RESERVED, *mission.editions.values_list("name", flat=True)}
    names = (stem[:100] if at == 1 else f"{stem[:100]}-{at}" for at in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
