"""The register of a mission: which act is meant by a law file."""

from muvofiq.law.identity import Match, Registered, identity_of, recognise
from muvofiq.law.tree import Law
from muvofiq.records.models import Act, Mission


def recognised(mission: Mission, law: Law) -> list[tuple[Act, Match]]:
    """Return the acts that a law may be, best first, with the reasons."""
    acts = {str(act.pk): act for act in mission.acts.all()}
    register = [Registered(key, tuple(act.title.values()), act.number, act.adopted) for key, act in acts.items()]
    return [(acts[match.key], match) for match in recognise(identity_of(law), register)]
