"""Words, marks and dates as every page shows them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import Form
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext

from muvofiq.assessment.verdict import Appearance, Verdict, appearances
from muvofiq.records.actions.match_mission import BESIDE
from muvofiq.records.models import Job, Mission
from muvofiq.standards.requirement import in_language
from muvofiq.standards.state import state_name as named
from muvofiq.web.counting import Counts, articles_of
from muvofiq.web.labels import LABELS
from muvofiq.web.languages import WRITTEN_IN, interface_language, written_again
from muvofiq.web.telling import Telling, tell_again, tell_remark

register = template.Library()
FIELD = 80  # letters in a line of a wide field


@register.filter
def words(texts: Mapping[str, str] | None, language: str) -> str:
    """Give a text in a language, or in another one with the tag of its language, or nothing where there is none."""
    return in_language(texts, language) if texts else ""


@register.filter
def tag_first(texts: Mapping[str, str] | None, language: str) -> str:
    """Give the same with the tag of another language in front, where it stays when the text is shortened."""
    told = words(texts, language)
    if not told or own(texts, language):
        return told
    text, _, tag = told.rpartition(" ")
    return f"{tag} {text}"


@register.filter
def own(texts: Mapping[str, str] | None, language: str) -> str:
    """Give the text of exactly this language, for a form in which it is edited."""
    return (texts or {}).get(language, "")


@register.filter
def label(value: str) -> str:
    """Give the word that people read for a fixed word of the records, such as «round table» for round_table."""
    return gettext(str(LABELS[value])) if value in LABELS else value


@register.filter
def state_name(code: str) -> str:
    """Give the name of a state in the language of the interface."""
    return named(code, interface_language())


@register.filter
def stage(value: str) -> str:
    """Give the word for a stage of long work, with the state whose law it is about."""
    name, beside, state = value.partition(BESIDE)
    return f"{label(name)}{beside}{named(state, interface_language())}" if beside else label(name)


@register.filter
def appearance(verdict: str) -> Appearance:
    """Give mark, colour and word of a verdict."""
    return appearances()[Verdict(verdict)]


@register.filter
def verdict_word(verdict: str) -> str:
    """Give the word of a verdict in the language of the interface."""
    return appearances()[Verdict(verdict)].words[interface_language()]


@register.filter
def remark(saved: Mapping[str, str | int]) -> str:
    """Give a remark of a reader in the language of the interface."""
    return tell_remark(saved)


@register.filter
def told(job: Job) -> Telling | None:
    """Give what the page says about the error with which a job ended, if it is one of ours."""
    return tell_again(job.result)


@register.filter
def articles(text: Counts) -> str:
    """Give how many articles an edition has, or points where it consists of these."""
    return articles_of(text)


@register.filter(expects_localtime=True)
def day(value: date | None) -> str:
    """Give a day as it is written in the language of the interface."""
    return date_format(value, "j E Y") if value else ""


@register.filter
def in_mission(where: str, mission: Mission) -> str:
    """Give the place of an error with the title of the mission in place of the end of its address."""
    slug, arrow, rest = where.partition(" › ")
    return f"{in_language(mission.title, interface_language())}{arrow}{rest}" if slug == mission.slug else where


@register.filter
def day_told(at: str) -> str:
    """Give the day of a moment that is kept as text, as other days are written."""
    return day(localdate(datetime.fromisoformat(at))) if at else ""


@register.filter
def rows_for(text: str) -> int:
    """Give how many lines a field needs so that its text is not cropped."""
    return max(1, sum(1 + len(line) // FIELD for line in text.splitlines()))


@register.filter
def item(values: Mapping[str, object], name: str) -> object:
    """Give the value of a name, or nothing."""
    return values.get(name)


@register.filter
def joined(values: Iterable[object]) -> str:
    """Give values with commas between."""
    return ", ".join(map(str, values))


@register.simple_tag(takes_context=True)
def written_in(context: Mapping[str, Any], form: Form | None) -> SafeString:
    """Give the hidden field that tells in which language a form is typed (``form``: one shown again, or None)."""
    told = written_again(form or None, context["content"])
    return format_html('<input type="hidden" name="{}" value="{}">', WRITTEN_IN, told)
