"""What agencies are asked in writing: chosen, worded, made; and each questionnaire out and back."""

from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext

from muvofiq.publication.questionnaire_docx import write_questionnaire_docx
from muvofiq.publication.questionnaire_reading import read_filled
from muvofiq.publication.questionnaire_xlsx import write_questionnaire_xlsx
from muvofiq.records.actions.make_questionnaire import make_questionnaire
from muvofiq.records.actions.take_answers import take_answers
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission, Questionnaire
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.notes_list import agency_keyed, scope_requirements
from muvofiq.records.queries.questionnaire_page import asked_list
from muvofiq.records.queries.questions_to_ask import questions_to_ask, ticked_for
from muvofiq.records.queries.returned_answers import returned_file, versions_of
from muvofiq.records.queries.sent_questionnaires import as_sent, questionnaire_numbered, sent_list, to_send
from muvofiq.standards.thesaurus import LANGUAGES
from muvofiq.text.read import LIMIT
from muvofiq.web.forms_questionnaires import AskForm, FilledForm, TakeForm, Worded, blank, wanted, worded
from muvofiq.web.kept_answers import Kept, seal, unseal
from muvofiq.web.languages import content_language
from muvofiq.web.personal import warn_of_personal_data
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.sending import EXCEL, sent
from muvofiq.web.views.documents import WORD

WRITERS = {"docx": (WORD, write_questionnaire_docx), "xlsx": (EXCEL, write_questionnaire_xlsx)}


def questionnaires(request: HttpRequest, slug: str) -> HttpResponse:
    """List the questionnaires, choose what to ask next, word it and make it."""
    mission = mission_for(request, slug)
    if request.method == "POST":
        return _word(request, mission)
    language = content_language(request)
    asked = request.GET.get("agency", "")
    form = AskForm(None, mission, language, {"agency": asked, "languages": [language]})
    to_ask = questions_to_ask(mission, actor_of(request))
    page = {
        **_frame(request, mission),
        "rows": sent_list(mission),
        "to_ask": to_ask,
        "ticked": ticked_for(to_ask, asked),
        "agency": asked,
        "has_agencies": mission.agencies.exists(),
        "form": form,
    }
    return render(request, "findings/questionnaires.html", page)


def questionnaire(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one, look at a filled file, and take its answers."""
    mission = mission_for(request, slug)
    one = questionnaire_numbered(mission, number)
    if "take" in request.POST:
        return _take(request, one)
    if "back" in request.POST:
        return _look_at(request, one)
    return render(request, "findings/questionnaire.html", _page(request, one, FilledForm(label_suffix="")))


def download(request: HttpRequest, slug: str, number: int, name: str) -> HttpResponse:
    """Give the file of a questionnaire, such as «en-ru.docx»."""
    mission = mission_for(request, slug)
    letter = to_send(questionnaire_numbered(mission, number), actor_of(request))
    languages, _, ending = name.partition(".")
    chosen = tuple(languages.split("-"))
    if ending not in WRITERS or chosen not in letter.languages:
        raise NotOnFile(f"{mission} > questionnaires > {number}", sort="file", name=name)
    content_type, write = WRITERS[ending]
    return sent(write(letter, chosen), content_type, f"{mission.slug}-questionnaire-{number}.{languages}.{ending}")


def _word(request: HttpRequest, mission: Mission) -> HttpResponse:
    """Show the chosen questions in their words, to be changed, added to, and made."""
    rows = _changed(request, worded(mission, request.POST))
    form = AskForm(request.POST, mission, content_language(request), {})
    if "save" in request.POST:
        made = form.tried(lambda: _make(request, mission, form, rows))
        if made:
            said = gettext("Questionnaire %(number)s is made. Download it below and send it to the agency.")
            messages.success(request, said % {"number": made.number})
            return redirect("questionnaire", mission.slug, made.number)
    page = {
        **_frame(request, mission),
        "form": form,
        "rows": rows,
        "requirements": scope_requirements(mission),
        "is_tried": "save" in request.POST,
        "columns": [code for code in LANGUAGES if code in form.chosen] or list(LANGUAGES),
    }
    status = form.status if "save" in request.POST else 200
    return render(request, "findings/questionnaire_words.html", page, status=status)


def _changed(request: HttpRequest, rows: list[Worded]) -> list[Worded]:
    """Return the rows with one more or one less, if that was asked for."""
    if "more" in request.POST:
        return [*rows, blank()]
    dropped = request.POST.get("drop", "")
    return [one for at, one in enumerate(rows) if str(at) != dropped]


def _make(request: HttpRequest, mission: Mission, form: AskForm, rows: list[Worded]) -> Questionnaire:
    typed = form.cleaned_data
    made = make_questionnaire(
        actor_of(request),
        mission,
        agency=agency_keyed(mission, typed["agency"]),
        languages=typed["languages"],
        questions=list(wanted(rows)),
        wanted_by=typed["wanted_by"],
    )
    warn_of_personal_data(request, *(text for row in rows for _, text in row.texts))
    return made


def _look_at(request: HttpRequest, one: Questionnaire) -> HttpResponse:
    """Show what would be taken of a file that came back; nothing is saved yet."""
    form = FilledForm(request.POST, request.FILES, label_suffix="")
    found = form.tried(lambda: _read(one, form))
    if found is None:
        return render(request, "findings/questionnaire.html", _page(request, one, form), status=form.status)
    kept, sealed = found
    return _preview(request, one, kept, TakeForm(initial={"kept": sealed}))


def _preview(request: HttpRequest, one: Questionnaire, kept: Kept, form: TakeForm) -> HttpResponse:
    file = returned_file(one, kept.filled)
    page = {
        **_frame(request, one.mission),
        "sent": one,
        "file": file,
        "counts": file.counts,
        "incomplete": sum(bool(row.missing) for row in file.rows),
        "file_name": kept.file_name,
        "form": form,
    }
    return render(request, "findings/questionnaire_returned.html", page, status=form.status)


def _read(one: Questionnaire, form: FilledForm) -> tuple[Kept, str]:
    """Return what was read of a file, and as the page keeps it."""
    file = form.cleaned_data["file"]
    data, name = file.read(LIMIT + 1), file.name or ""
    kept = Kept(read_filled(data, name, as_sent(one)), name, sha256(data).hexdigest(), versions_of(one))
    return kept, seal(one, kept)


def _take(request: HttpRequest, one: Questionnaire) -> HttpResponse:
    kept = unseal(one, request.POST.get("kept", ""))
    form = TakeForm(request.POST)
    taken = form.tried(lambda: _save(request, one, kept))
    if taken is None:
        return _preview(request, one, kept, form)
    said = ngettext(
        "%(count)s answer is taken as information from the country.",
        "%(count)s answers are taken as information from the country.",
        taken,
    )
    nothing = gettext("Nothing in the file was new; nothing was changed.")
    messages.success(request, said % {"count": taken} if taken else nothing)
    return redirect("questionnaire", one.mission.slug, one.number)


def _save(request: HttpRequest, one: Questionnaire, kept: Kept) -> int:
    taken = take_answers(
        actor_of(request),
        one,
        kept.filled,
        file_name=kept.file_name,
        file_sha256=kept.file_sha256,
        seen=kept.seen,
    )
    answers = kept.filled.answers.values()
    warn_of_personal_data(request, *(text for answer in answers for text in (answer.remark, *answer.cells.values())))
    return taken


def _page(request: HttpRequest, one: Questionnaire, form: FilledForm) -> dict[str, Any]:
    return {
        **_frame(request, one.mission),
        "sent": one,
        "asked": asked_list(one, actor_of(request)),
        "form": form,
        "languages": ["-".join(languages) for languages in as_sent(one).languages],
    }


def _frame(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    may_ask = may(actor_of(request), Verb.ASK_AGENCY, mission)
    return {"mission": mission, "here": "requirements", "tab": "questionnaires", "may_ask": may_ask}
