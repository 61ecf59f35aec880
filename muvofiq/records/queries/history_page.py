"""The history of a mission as people read it: who did what, when, and what it said before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from muvofiq.records.chain import first_break
from muvofiq.records.models import HistoryEntry, Mission, Person
from muvofiq.records.queries.history_names import Names, names_for
from muvofiq.records.queries.kept_entries import kept_entries

AT_ONCE = 100
# sorts of more than one word
SORTS = ("sign-in link for", "public fact", "received table", "changed sources", "list of acts", "act title")
NOT_SHOWN = frozenset({"draft", "file_sha256", "job", "scan", "version"})
# of a row that was removed: where it hung and its last hand, which the entry tells itself
NOT_REMOVED = frozenset({"edition", "eid", "after", "losses", "recommendation", "version", "written_at", "written_by"})
# the facts that name requirements, units or editions
THINGS = frozenset(
    {"", "edition", "editions", "findings", "look_again", "requirement", "requirements", "stayed", "unit"}
)


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after; an empty text means that there was, or is, nothing."""

    fact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An entry with its subject in words: the sort of thing, and its name.

    Where ``is_kept``, it would show a judgement that the person who reads must not see yet; so no change is told.
    """

    entry: HistoryEntry
    sort: str
    name: str
    changes: tuple[Change, ...]
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A page of the history, the newest entries first, and the first entry at which the chain is broken."""

    rows: tuple[HistoryRow, ...]
    page: "Page[HistoryEntry]"
    count: int
    broken: HistoryEntry | None


def history_page(mission: Mission, number: int | str, language: str, person: Person | None = None) -> HistoryPage:
    """Gather a page as this person may read it; a number that no page has gives the nearest one."""
    paginator = Paginator(mission.history.select_related("actor").order_by("-sequence"), AT_ONCE)
    page = paginator.get_page(number)
    entries = list(page.object_list)
    names, kept = names_for(mission, entries, language), kept_entries(mission, person)
    return HistoryPage(
        rows=tuple(_row(entry, names, is_kept=kept.has(entry)) for entry in entries),
        page=page,
        count=paginator.count,
        broken=first_break(mission.history.select_related("actor").order_by("sequence").iterator()),
    )


def changes_of(change: Mapping[str, object]) -> tuple[Change, ...]:
    """Return what an entry says as facts before and after; facts that stayed are left out.

    >>> changes_of({"from": {"law": "full", "reason": {"en": "a"}}, "to": {"law": "partial", "reason": {"en": "a"}}})
    (Change(fact='law', before='full', after='partial'),)
    """
    rest = {name: _shown(name, value) for name, value in change.items() if name not in {"from", "to", *NOT_SHOWN}}
    found = _differences(change.get("from"), change.get("to"))
    return (*found, *(Change(fact, "", text) for fact, text in _flat(rest).items() if text))


def _shown(name: str, value: object) -> object:
    """Return a fact without what only the machine reads: keys of losses, and where a removed amendment hung."""
    if not isinstance(value, dict):
        return value
    if name == "losses":
        reasons: dict[str, dict[str, None]] = {}
        for key, told in value.items():
            reasons.setdefault(str(key).partition(" ")[0], {})[told["reason"]] = None
        return {sort: "; ".join(texts) for sort, texts in reasons.items()}
    if name == "removed" and value.get("eid", value.get("after")) is not None:
        kept = {fact: one for fact, one in value.items() if fact not in NOT_REMOVED}
        address = value.get("eid") or value.get("after")
        return kept | ({"unit": f"{value['edition']}~{address}"} if address else {})
    return value


def _differences(before: object, after: object) -> Iterable[Change]:
    if isinstance(before, list) or isinstance(after, list):
        old, new = _texts(before), _texts(after)
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        if gone or come:
            yield Change("", ", ".join(gone), ", ".join(come))
        return
    old_facts, new_facts = _flat(before), _flat(after)
    for fact in dict.fromkeys((*old_facts, *new_facts)):
        old_text, new_text = old_facts.get(fact, ""), new_facts.get(fact, "")
        if old_text != new_text:
            yield Change(fact, old_text, new_text)


def _flat(value: object, name: str = "") -> dict[str, str]:
    if isinstance(value, dict):
        below = (_flat(one, f"{name}.{key}" if name else str(key)) for key, one in value.items())
        return {fact: text for facts in below for fact, text in facts.items()}
    if isinstance(value, list):
        return {name: ", ".join(_texts(value))}
    return {name: "" if value is None else _text(value)}


def _texts(values: object) -> list[str]:
    return [_text(one) for one in values] if isinstance(values, list) else []


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else "–"
    return str(value)


def _row(entry: HistoryEntry, names: Names, *, is_kept: bool) -> HistoryRow:
    sort = next((one for one in SORTS if entry.subject.startswith(one)), entry.subject.partition(" ")[0])
    changes = () if is_kept else changes_of(entry.change)
    return HistoryRow(
        entry,
        names.of_things(sort),
        names.of_things(entry.subject.removeprefix(sort).strip()),
        tuple(_named(one, names) for one in changes),
        is_kept,
    )


def _named(change: Change, names: Names) -> Change:
    """Return a change with names; in what somebody wrote, only keys and addresses are looked for."""
    is_thing = change.fact.rpartition(".")[2] in THINGS
    said = names.of_things if is_thing else names.of
    return Change(change.fact, said(change.before), said(change.after))
