"""The beneficiary's consent to publication is recorded; without it, what is printed is marked as a draft."""

from datetime import date

from muvofiq.records.actions.acting import acting
from muvofiq.records.errors import Missing
from muvofiq.records.models import Mission, Person
from muvofiq.records.permissions import Verb


def record_consent(actor: Person, mission: Mission, *, on: date | None, by: str) -> None:
    """Record by which body and on which day publication was agreed; ``on`` None takes the consent back."""
    if on and not by.strip():
        raise Missing(f"{mission} > consent", field="which body of the beneficiary agreed")
    with acting(actor, Verb.RECORD_CONSENT, mission) as act:
        mission.consent_on, mission.consent_by = on, by.strip() if on else ""
        mission.save(update_fields=["consent_on", "consent_by"])
        act.says("consent", on=str(on or ""), by=mission.consent_by)
