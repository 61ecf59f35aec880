"""What people read for the fixed words about instruments: the facts behind a force, kinds, acts, identifiers."""

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from muvofiq.standards.delay import Delay
from muvofiq.standards.partial_date import PartialDate
from muvofiq.standards.standing import Fact, Ground
from muvofiq.standards.vocabulary import Act, Kind

# Where a fact has no day, its place stays empty.
FACTS: dict[Fact, Promise] = {
    Fact.NOT_ADOPTED: _("adopted only later: %(day)s"),
    Fact.ADOPTED: _("adopted: %(day)s"),
    Fact.NOT_IN_FORCE: _("in force only later: %(day)s"),
    Fact.IN_FORCE: _("in force since %(day)s"),
    Fact.NOT_APPLIED: _("applies only later: %(day)s"),
    Fact.APPLIES: _("applies since %(day)s"),
    Fact.ENDED: _("was in force until %(day)s"),
    Fact.SIGNED: _("signed: %(day)s"),
    Fact.SIGNED_ONLY: _("signed, not ratified: %(day)s"),
    Fact.DEPOSIT_LATER: _("no act of this state before %(day)s"),
    Fact.RATIFIED: _("ratified: %(day)s"),
    Fact.ACCEDED: _("acceded: %(day)s"),
    Fact.SUCCEEDED: _("succeeded: %(day)s"),
    Fact.PARTY: _("party: %(day)s"),
    Fact.NO_EFFECT_YET: _("takes effect for this state only later: %(day)s"),
    Fact.IN_EFFECT: _("in effect for this state since %(day)s"),
    Fact.LEFT: _("this state took part until %(day)s"),
    Fact.NO_PARTY: _("this state is no party"),
    Fact.MEMBER: _("this state is a member of the European Union since %(day)s"),
    Fact.SILENT: _("the register does not say whether this state takes part"),
}
ACTS: dict[Act, Promise] = {
    Act.RATIFICATION: _("ratification"),
    Act.ACCESSION: _("accession"),
    Act.SUCCESSION: _("succession"),
    Act.SIGNATURE: _("signature only"),
    Act.PARTY: _("party"),
}
KINDS: dict[Kind, Promise] = {
    Kind.UN_TREATY: _("treaty of the United Nations system"),
    Kind.ILO_CONVENTION: _("convention of the International Labour Organization"),
    Kind.CIS_TREATY: _("treaty of the Commonwealth of Independent States"),
    Kind.REGIONAL_TREATY: _("regional treaty"),
    Kind.BILATERAL: _("bilateral treaty"),
    Kind.EU_LAW: _("law of the European Union"),
    Kind.EU_AGREEMENT: _("agreement of the European Union"),
    Kind.EU_GUIDANCE: _("guidance of the European Union"),
    Kind.COE_TREATY: _("treaty of the Council of Europe"),
    Kind.COE_SOFT_LAW: _("guidelines of the Council of Europe"),
    Kind.SOFT_LAW: _("guidelines, general comment or declaration"),
    Kind.MODEL_LAW: _("model law"),
    Kind.NATIONAL_LAW: _("national act, as a practice to compare"),
}
IDENTIFIERS: dict[str, Promise | str] = {
    "unts": _("United Nations Treaty Series, volume and page"),
    "un_reg": _("registration number of the United Nations"),
    "un_symbol": _("symbol of the document"),
    "osce_symbol": _("symbol of the OSCE"),
    "coe_symbol": _("symbol of the Council of Europe"),
    "cets": _("number in the treaty series of the Council of Europe"),
    "celex": "CELEX",
    "celex_consolidated": _("CELEX of the consolidated text"),
    "celex_text": _("CELEX of the text"),
    "eli": "ELI",
    "eli_text": _("ELI of the text"),
    "decision": _("decision"),
    "oj": _("Official Journal of the European Union"),
    "oj_text": _("Official Journal, the text itself"),
    "source": _("where the text is found"),
}
DOUBTS: dict[str, Promise] = {
    "title": _("title"),
    "kind": _("kind"),
    "adopted": _("day of adoption"),
    "in_force": _("day of entry into force"),
    "applies": _("day of application"),
    "until": _("end of force"),
    "effect_after": _("time from deposit to effect"),
    "note": _("note"),
    "superseded_by": _("what replaces it"),
    "participation": _("participation"),
    "editions": _("edition"),
    "reservations": _("reservation"),
    "identifiers": _("identifier"),
}


def told_day(day: PartialDate | date | None) -> str:
    """Give a day as exactly as it is known: 8 July 2002, July 2002, 2002; nothing where it is not known."""
    if day is None:
        return ""
    if isinstance(day, date):
        return date_format(day, "j E Y")
    if day.month is None:
        return str(day.year)
    return date_format(day.last_day, "j E Y" if day.day else "F Y")


def told_ground(ground: Ground) -> str:
    """Give a fact with its day in the language of the interface."""
    return (str(FACTS[ground.fact]) % {"day": told_day(ground.day)}).strip().removesuffix(":")


def told_delay(delay: Delay) -> str:
    """Give in words how long after a deposit a treaty takes effect."""
    if delay.days:
        return ngettext("%(number)s day after the deposit", "%(number)s days after the deposit", delay.days) % {
            "number": delay.days
        }
    if not delay.months:
        return gettext("on the day of the deposit")
    months = ngettext("%(number)s month after the deposit", "%(number)s months after the deposit", delay.months)
    told = months % {"number": delay.months}
    return gettext("first day of the month that follows %(time)s") % {"time": told} if delay.first_of_month else told


def told_doubt(fact: str) -> str:
    """Give in words the name of a fact that nobody has confirmed, such as identifiers.oj or participation.AF."""
    head, _dot, tail = fact.partition(".")
    about = IDENTIFIERS.get(tail, tail)
    return f"{DOUBTS[head]}: {about}" if tail else str(DOUBTS[head])
