"""What people read for the facts and the values of the history: words, names of languages and days."""

import re
from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from muvofiq.assessment.scale import Cure, Priority, State, word
from muvofiq.assessment.verdict import Verdict, appearances
from muvofiq.web.forms_search import language_name
from muvofiq.web.labels import LABELS
from muvofiq.web.labels_amendments import KINDS, SORTS, STATES, TERMS
from muvofiq.web.labels_assessment import FACTS as OF_VERDICT
from muvofiq.web.languages import interface_language

LANGUAGES = frozenset({"en", "ru", "tg", "kk", "ky", "uz", "fr"})
BEHIND = "behind "  # before the unit behind which a new one stands, in entries of amendments
DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
FACTS: dict[str, Promise] = {
    "asked_of": _("asked of"),
    "declined": _("declined"),
    "dissent": _("dissent"),
    "dissenter": _("who dissents"),
    "is_draft": _("a draft, not given yet"),
    "second_by": _("second opinion of"),
    "why": _("why it is settled so"),
    "written": _("what was written so far"),
    "count": _("how many"),
    "drafts": _("drafts"),
    "into_scope": _("put into the scope"),
    "act": _("act"),
    "addressee": _("addressee"),
    "adopted": _("date"),
    "agency": _("agency"),
    "by": _("by"),
    "carried_from": _("the edition by which it was judged"),
    "carries_over": _("what would carry over"),
    "change": _("change"),
    "changes": _("pending corrections"),
    "confirmed": _("looked at again, and it stands"),
    "clause": _("clause"),
    "contributions": _("discussion notes"),
    "cure": _("level of the cure"),
    "current": _("wording in force"),
    "corrections": _("corrected lines"),
    "criticism": _("criticism"),
    "day": _("day"),
    "does_not_carry": _("what would not"),
    "done": _("what is done"),
    "entered": _("entered"),
    "edition": _("edition"),
    "editions": _("editions"),
    "elements": _("elements in common"),
    "file": _("file"),
    "findings": _("findings"),
    "is_key": _("key recommendation"),
    "kept": _("verdicts that stand"),
    "is_confirmed": _("confirmed"),
    "kind": _("kind"),
    "language": _("language"),
    "languages": _("languages"),
    "law": _("verdict on the law"),
    "line": _("line"),
    "losses": _("why something may be lost"),
    "look_again": _("verdicts to be looked at again"),
    "linked": _("linked"),
    "made": _("repairs made after all"),
    "name": _("name"),
    "number": _("number"),
    "pages": _("pages"),
    "official_use": _("use of a text for official use confirmed"),
    "on": _("on"),
    "part": _("part"),
    "practice": _("verdict on practice"),
    "priority": _("priority"),
    "proposed": _("proposed wording"),
    "particulars": _("particulars"),
    "public": _("public"),
    "purpose": _("what it is to the mission"),
    "questions": _("questions"),
    "quotation": _("quotation"),
    "reason": _("reason"),
    "refused": _("repairs refused"),
    "removed": _("removed"),
    "requirements": _("requirements"),
    "rests_on": _("rests on"),
    "restored": _("version brought back, by the number of its entry"),
    "result": _("result"),
    "service": _("service"),
    "since": _("since"),
    "source": _("source"),
    "state": _("state"),
    "stayed": _("quotations that stay on the older text"),
    "term": pgettext_lazy("recommendation", "term"),
    "text": _("text"),
    "together": _("acts that move together"),
    "taken_back": _("correction taken back"),
    "title": _("title"),
    "translation": _("translation"),
    "translator": _("translator"),
    "columns": _("columns"),
    "instruments": _("instruments"),
    "layout": _("kind of table"),
    "links": _("rows of a table of concordance"),
    "relations": _("relations"),
    "undone": _("change taken back, by the number of its entry"),
    "unit": _("unit"),
    "units": _("units"),
    "until": _("until"),
    "username": _("user name"),
    "word": _("word"),
    "words": _("words"),
    "concepts": _("concepts"),
    "is_preferred": _("as the preferred word"),
}


def fact_label(name: str) -> str:
    """Return what people read for a fact such as reason.ru, with the name of the language behind it in brackets."""
    known = {**OF_VERDICT, **SORTS, **FACTS}
    *before, last = name.removeprefix("losses.").split(".")
    words = [_fact(part, known) for part in before]
    if last in LANGUAGES:
        return f"{' '.join(words)} ({language_name(last)})" if words else language_name(last)
    return " ".join((*words, _fact(last, known)))


def value_label(value: str) -> str:
    """Return what people read for a value: a word of the scales or of the records, a day, or the text itself."""
    if value in set(Verdict):
        return appearances()[Verdict(value)].label(interface_language())
    for scale in (State, Priority, Cure):
        if value in set(scale):
            return word(scale(value), interface_language())
    known = {**KINDS, **TERMS, **STATES, **LABELS}
    if value in known:
        return gettext(str(known[value]))
    if value.startswith(BEHIND):
        return gettext("new, behind %(unit)s") % {"unit": value.removeprefix(BEHIND)}
    return DAY.sub(lambda match: _day(match.group()), value)


def name_label(name: str) -> str:
    """Return what people read for the name of a subject, which may be a language."""
    return language_name(name) if name in LANGUAGES else name


def _fact(part: str, known: Mapping[str, Promise]) -> str:
    return gettext(str(known[part])) if part in known else part


def _day(text: str) -> str:
    try:
        return date_format(date.fromisoformat(text), "j E Y")
    except ValueError:
        return text
