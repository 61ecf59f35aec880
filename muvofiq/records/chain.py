"""The history of a mission is a chain: each entry carries the hash of the one before, so that none can vanish."""

import json
from collections.abc import Iterable
from hashlib import sha256

from muvofiq.records.models import HistoryEntry


def hash_of(entry: HistoryEntry) -> str:
    """Return the hash of an entry, over all that it says and the hash of the entry before."""
    said = {
        "mission": str(entry.mission_id),
        "sequence": entry.sequence,
        "actor": str(entry.actor_id),
        "at": entry.at.isoformat(),
        "verb": entry.verb,
        "subject": entry.subject,
        "change": entry.change,
        "previous": entry.previous_hash,
    }
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def first_break(entries: Iterable[HistoryEntry]) -> HistoryEntry | None:
    """Return the first entry, in the order of the chain, that was changed or follows a missing one."""
    previous, expected = "", 1
    for entry in entries:
        if (entry.sequence, entry.previous_hash, entry.hash) != (expected, previous, hash_of(entry)):
            return entry
        previous, expected = entry.hash, expected + 1
    return None
