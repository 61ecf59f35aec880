"""The three documents of a mission, the public sentences of its press release, and the consent to publication."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext, override

from muvofiq.publication.comparative_docx import write_comparative
from muvofiq.publication.comparison_xlsx import write_comparison
from muvofiq.publication.release import LEAST, MOST, PLACEHOLDERS, Part, refuse_wrong_length, write_release_text
from muvofiq.publication.release import PublicFact as Sentence
from muvofiq.publication.release_docx import write_release_docx
from muvofiq.publication.xlsx import write_concordance
from muvofiq.records.actions.enter_public_fact import enter_public_fact
from muvofiq.records.actions.record_consent import record_consent
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, PublicFact
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.blind import kept_from, refuse_while_blind
from muvofiq.records.queries.changed_sources import stale_rows
from muvofiq.records.queries.comparison_table import comparison_of
from muvofiq.records.queries.documents import (
    check_figures,
    comparative_of,
    concordance_of,
    documents_page,
    fact_keyed,
    figures_of,
    proposed_facts,
    release_of,
)
from muvofiq.records.words import SessionKind
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_documents import ConsentForm, FactForm
from muvofiq.web.labels import LABELS
from muvofiq.web.languages import codes, content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.telling import tell

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TELL_VERDICTS = frozenset({"concordance", "comparative-table"})  # kept back from who owes an opinion


@dataclass(frozen=True, slots=True)
class Writer:
    """How a document is written, and what the browser is told about it."""

    content_type: str
    write: Callable[[Mission, str], bytes]


def _concordance(mission: Mission, language: str) -> bytes:
    return write_concordance(concordance_of(mission, language, localdate()), language)


def _comparison(mission: Mission, language: str) -> bytes:
    return write_comparison(comparison_of(mission, language, localdate()), language)


def _comparative(mission: Mission, language: str) -> bytes:
    return write_comparative(comparative_of(mission, language, localdate()), language)


def _release(mission: Mission, language: str) -> bytes:
    release = release_of(mission, language, localdate())
    refuse_wrong_length(release)
    return write_release_docx(release)


def _release_text(mission: Mission, language: str) -> bytes:
    release = release_of(mission, language, localdate())
    refuse_wrong_length(release)
    return write_release_text(release).encode()


WRITERS = {
    ("concordance", "xlsx"): Writer(EXCEL, _concordance),
    ("comparative-table", "docx"): Writer(WORD, _comparative),
    ("comparison", "xlsx"): Writer(EXCEL, _comparison),
    ("press-release", "docx"): Writer(WORD, _release),
    ("press-release", "txt"): Writer("text/plain; charset=utf-8", _release_text),
}


def documents(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the documents with what they lack, the press release as it would read, and the consent."""
    mission = mission_for(request, slug)
    return render(request, "documents/list.html", _page(request, mission, _consent_form(mission)))


def download(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Send a document; one that cannot be printed yet says what to do."""
    mission = mission_for(request, slug)
    kind, language, extension = name.split(".") if name.count(".") == 2 else (name, "", "")
    writer = WRITERS.get((kind, extension))
    if writer is None or language not in codes():
        raise NotOnFile(f"{mission} > documents", sort="document", name=name)
    if kind in TELL_VERDICTS:
        refuse_while_blind(actor_of(request), mission)
    answer = HttpResponse(writer.write(mission, language), content_type=writer.content_type)
    file_name = f"{mission.slug}-{name}"
    answer["Content-Disposition"] = content_disposition_header(True, file_name) or "attachment"  # noqa: FBT003
    return answer


def fact(request: HttpRequest, slug: str, pk: str | None = None) -> HttpResponse:
    """Enter a public sentence, correct it or remove it."""
    mission = mission_for(request, slug)
    row = fact_keyed(mission, pk) if pk else None
    language = content_language(request)
    removal = WorkForm(request.POST) if "remove" in request.POST else None
    if removal and row and removal.tried(lambda: _remove(request, row)):
        messages.success(request, gettext("The sentence is removed."))
        return redirect(_release_at(slug))
    data = request.POST if request.method == "POST" and not removal else None
    form = FactForm(data, _typed_before(row, language) if row else _taken_over(request, mission, language))
    if form.tried(lambda: _enter(request, mission, form, row)):
        messages.success(request, gettext("Saved."))
        return redirect(_release_at(slug))
    tried = removal or form
    page = {
        "mission": mission,
        "row": row,
        "form": form,
        "telling": tried.telling,
        "figures": _figures(mission),
        "may_enter": may(actor_of(request), Verb.ENTER_PUBLIC_FACT, mission),
        "here": "documents",
    }
    return render(request, "documents/fact.html", page, status=tried.status)


def consent(request: HttpRequest, slug: str) -> HttpResponse:
    """Record the beneficiary's consent, or take it back."""
    mission = mission_for(request, slug)
    if request.method != "POST":
        return redirect("documents", slug)
    back = WorkForm(request.POST) if "take_back" in request.POST else None
    form = _consent_form(mission) if back else ConsentForm(request.POST, {})
    tried = back or form
    if tried.tried(lambda: _agree(request, mission, {} if back else form.cleaned_data)):
        messages.success(request, gettext("Saved."))
        return redirect("documents", slug)
    page = _page(request, mission, form) | {"telling": tried.telling}
    return render(request, "documents/list.html", page, status=tried.status)


def _page(request: HttpRequest, mission: Mission, consent_form: ConsentForm) -> dict[str, Any]:
    language, actor = content_language(request), actor_of(request)
    page = documents_page(mission, codes(), localdate(), actor)
    state = next(one for one in page.releases if one.language == language)
    return {
        "mission": mission,
        "page": page,
        "stale": stale_rows(mission, kept_from(actor, mission)),
        "state": state,
        "release_telling": tell(state.error) if state.error else None,
        "least": LEAST,
        "most": MOST,
        "figures": _figures(mission),
        "proposals": proposed_facts(mission, language, _kind_words(language)),
        "consent_form": consent_form,
        "may_enter": may(actor, Verb.ENTER_PUBLIC_FACT, mission),
        "may_consent": may(actor, Verb.RECORD_CONSENT, mission),
        "here": "documents",
    }


def _consent_form(mission: Mission) -> ConsentForm:
    return ConsentForm(None, {"on": mission.consent_on, "by": mission.consent_by})


def _figures(mission: Mission) -> list[tuple[str, int]]:
    figures = figures_of(mission)
    return [(name, getattr(figures, name)) for name in PLACEHOLDERS]


def _kind_words(language: str) -> dict[str, str]:
    with override(language):
        return {kind.value: gettext(str(LABELS[kind.value])) for kind in SessionKind}


def _typed_before(row: PublicFact, language: str) -> dict[str, Any]:
    return {"part": row.part, "text": row.text.get(language, "")}


def _taken_over(request: HttpRequest, mission: Mission, language: str) -> dict[str, Any]:
    """Return the sentence of the machine that a person takes over into the form, if one was chosen."""
    proposals: list[Sentence] = proposed_facts(mission, language, _kind_words(language))
    chosen = request.GET.get("proposal", "")
    if chosen.isdecimal() and int(chosen) < len(proposals):
        one = proposals[int(chosen)]
        return {"part": one.part.value, "text": one.text, "is_proposed": True}
    return {"part": request.GET.get("part", "")}


def _enter(request: HttpRequest, mission: Mission, form: FactForm, row: PublicFact | None) -> PublicFact:
    part, text = Part(form.cleaned_data["part"]), form.cleaned_data["text"]
    check_figures(mission, part, text)
    texts = {**(row.text if row else {}), content_language(request): text}
    return enter_public_fact(actor_of(request), mission, part=part, text=texts, entered=row)


def _remove(request: HttpRequest, row: PublicFact) -> bool:
    remove(actor_of(request), row)
    return True


def _agree(request: HttpRequest, mission: Mission, typed: dict[str, Any]) -> bool:
    record_consent(actor_of(request), mission, on=typed.get("on"), by=typed.get("by", ""))
    return True


def _release_at(slug: str) -> str:
    return f"{reverse('documents', args=[slug])}#press-release"
