"""What was put right in a law is told on the terminal: how many places, by the damage."""

from collections import Counter
from collections.abc import Iterator

from muvofiq.law.tree import Law


def told(law: Law) -> Iterator[str]:
    """Yield a line for each kind of damage that was repaired, the most frequent first."""
    for damage, count in Counter(one.damage for one in law.repairs).most_common():
        yield f"put right: {count} × {damage.value}"
