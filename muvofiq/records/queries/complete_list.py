"""Whether the acts on file are all that there are: what is on file, what is known to be missing, who confirmed it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.timezone import localdate

from muvofiq.assessment.absence import Absence, Confirmation, LookedAt
from muvofiq.records.models import Act, ConfirmedList, Edition, Mission
from muvofiq.records.models import RequirementEdition as Saved
from muvofiq.records.queries.acts_to_open import missing_acts
from muvofiq.records.queries.state_register import MissingAct
from muvofiq.records.queries.touched_evidence import touched_evidence
from muvofiq.records.queries.whose_law import answers_on, editions_of_state, national_acts
from muvofiq.records.words import Decision


@dataclass(frozen=True, slots=True)
class ListedAct:
    """An act of the state with its newest texts; without any it is known by its name alone."""

    act: Act
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class CompleteList:
    """All that the page shows. ``missing`` are acts of the state's register that the scope needs, without a text.

    ``confirmed`` stands for the list as it is now; ``ended`` was given to another list. ``added`` and ``gone`` are the
    names of texts, or titles of acts, by which that list differs from this one. ``changed`` counts what still rests on
    an older text.
    """

    acts: tuple[ListedAct, ...]
    missing: tuple[MissingAct, ...]
    seen: tuple[str, ...]
    confirmed: ConfirmedList | None
    ended: ConfirmedList | None
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: int = 0

    @property
    def with_text(self) -> tuple[ListedAct, ...]:
        """The acts of which a text is on file."""
        return tuple(one for one in self.acts if one.editions)

    @property
    def without_text(self) -> tuple[ListedAct, ...]:
        """The acts that the register of the mission names, without a text."""
        return tuple(one for one in self.acts if not one.editions)

    @property
    def is_doubtful(self) -> bool:
        """Whether acts are known of which no text is on file."""
        return bool(self.without_text or self.missing)


def complete_list(mission: Mission) -> CompleteList:
    """Gather the acts of the state as they are on file now, and what was confirmed of them."""
    acts, seen = _listed(mission), seen_now(mission)
    last = mission.confirmed_lists.select_related("confirmed_by").last()
    stands = last is not None and set(last.editions) == set(seen)
    before = () if last is None or stands else last.editions
    names = {str(one.act.pk): next(iter(one.act.title.values()), "") for one in acts}
    return CompleteList(
        acts=acts,
        missing=missing_acts(mission),
        seen=seen,
        confirmed=last if stands else None,
        ended=None if stands else last,
        added=tuple(names.get(one, one) for one in seen if one not in before) if before else (),
        gone=tuple(names.get(one, one) for one in before if one not in seen),
        changed=len(touched_evidence(mission)),
    )


def seen_now(mission: Mission) -> tuple[str, ...]:
    """Return by what a list is known: the names of the newest texts, and the keys of the acts without a text."""
    editions = editions_of_state(mission)
    with_text = {one.act_id for one in editions}
    bare = (str(key) for key in national_acts(mission).values_list("pk", flat=True) if key not in with_text)
    return (*(one.name for one in editions), *bare)


def absence_of(mission: Mission) -> Absence:
    """Return in what was sought and whether a person confirmed that this is all, as pages and documents tell it."""
    editions = editions_of_state(mission)
    last = mission.confirmed_lists.select_related("confirmed_by").last()
    stands = last is not None and set(last.editions) == set(seen_now(mission))
    return Absence(
        texts=tuple(LookedAt(one.act.title, one.language, one.as_of) for one in editions),
        acts=len({one.act_id for one in editions}),
        confirmation=Confirmation(last.confirmed_by.name, localdate(last.confirmed_at)) if last and stands else None,
    )


def absence_on(mission: Mission, saved: Saved) -> Absence:
    """Return the same for one requirement: what a person accepted as an answer is not absent."""
    accepted = answers_on(mission).filter(requirement=saved, decision=Decision.ACCEPTED.value)
    return replace(absence_of(mission), is_contradicted=accepted.exists())


def _listed(mission: Mission) -> tuple[ListedAct, ...]:
    texts: dict[object, list[Edition]] = {}
    for one in editions_of_state(mission):
        texts.setdefault(one.act_id, []).append(one)
    acts: Sequence[Act] = list(national_acts(mission))
    return tuple(ListedAct(one, tuple(texts.get(one.pk, ()))) for one in acts)
