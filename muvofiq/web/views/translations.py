"""Working translations: units leave for a translator, come back and are looked at, or are written by hand."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from muvofiq.publication.translation_files import SheetFormat, read_sheet, write_sheet
from muvofiq.publication.translation_sheet import Sheet, SheetHead
from muvofiq.records.actions.remove_translation import remove_translation
from muvofiq.records.actions.send_for_translation import send_for_translation
from muvofiq.records.actions.take_translation_back import take_translation_back
from muvofiq.records.actions.write_translation import stamp, write_translation
from muvofiq.records.models import Edition
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.returned_sheet import all_ticks, returned, without_originals
from muvofiq.records.queries.translations import (
    Slots,
    Which,
    article_cited,
    extents,
    target_language,
    target_languages,
    translated_into,
    unit_to_translate,
)
from muvofiq.standards.requirement import in_language
from muvofiq.text.read import LIMIT
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_translations import ReturnForm, SendForm, TakeForm, UnitTranslationForm
from muvofiq.web.kept_sheet import seal, unseal
from muvofiq.web.languages import content_language, interface_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.returned_page import returned_page
from muvofiq.web.views.documents import EXCEL, WORD

TYPES = {SheetFormat.DOCX: WORD, SheetFormat.XLSX: EXCEL}
MADE = "by"  # of a session: who translated last, so that it is not typed again for each unit


def translation(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show what can be sent for translation; send it; look at what came back; take it."""
    edition = edition_named(mission_for(request, slug), name)
    if "take" in request.POST:
        return _take(request, edition)
    if "part" in request.POST:
        return _turn(request, edition)
    if "back" in request.POST:
        return _look_at(request, edition)
    initial = _wanted(request, edition)
    form = SendForm.of(
        request.POST or None, edition, initial, extents(edition, str(initial["language"]), initial["eid"])
    )
    sheet = form.tried(lambda: _sent(request, edition, form.cleaned_data))
    if sheet:
        return _file(edition, sheet, SheetFormat(form.cleaned_data["form"]))
    return render(request, "translation/page.html", _page(request, edition, send_form=form), status=form.status)


def unit(request: HttpRequest, slug: str, name: str, eid: str, language: str) -> HttpResponse:
    """Write the translation of one unit by hand, correct it or remove it."""
    edition = edition_named(mission_for(request, slug), name)
    one, target = unit_to_translate(edition, eid), target_language(edition, language)
    slot = Slots(edition, target).of(one)
    held = Slots(edition, target).held(one)
    removal = WorkForm(request.POST) if "remove" in request.POST else None
    form = UnitTranslationForm(
        None if removal else request.POST or None, initial=_typed_before(request, slot, held), label_suffix=""
    )

    def remove() -> bool:
        remove_translation(actor_of(request), edition, eid, target, seen=request.POST.get("seen", ""))
        return True

    done = removal.tried(remove) if removal else form.tried(lambda: _write(request, edition, eid, target, form))
    if done:
        messages.success(request, gettext("Removed; the history keeps what it said.") if removal else gettext("Saved."))
        return redirect(_law(edition, target, eid))
    tried = removal or form
    page = {
        **_frame(request, edition),
        "unit": one,
        "slot": slot,
        "held": held,
        "language": target,
        "language_name": target_languages(edition.language)[target],
        "form": form,
        "telling": tried.telling,
    }
    return render(request, "translation/unit.html", page, status=tried.status)


def _wanted(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """Return what the form begins with: the language and the unit of the address."""
    asked = request.POST or request.GET
    eid, language = asked.get("eid", ""), asked.get("language", "")
    known = target_languages(edition.language)
    usual = content_language(request)
    language = next(one for one in (language, usual, *known) if one in known)
    article = article_cited(edition, eid) if eid else ""
    which = Which.UNIT if eid else Which.ALL
    form = SheetFormat.DOCX.value
    return {"language": language, "eid": eid, "unit": article, "which": which.value, "form": form}


def _sent(request: HttpRequest, edition: Edition, typed: Mapping[str, Any]) -> Sheet:
    return send_for_translation(
        actor_of(request),
        edition,
        language=typed["language"],
        which=Which(typed["which"]),
        is_open_only=typed["is_open_only"],
        eid=typed["eid"],
        articles=typed["articles"],
    )


def _file(edition: Edition, sheet: Sheet, form: SheetFormat) -> HttpResponse:
    title = in_language(edition.act.title, edition.language)
    head = SheetHead(title, edition.name, edition.language, edition.as_of, localdate())
    answer = HttpResponse(write_sheet(sheet, head, interface_language(), form), content_type=TYPES[form])
    file_name = f"{edition.name}.{edition.language}-{sheet.language}.{form.value}"
    answer["Content-Disposition"] = content_disposition_header(True, file_name) or "attachment"  # noqa: FBT003
    return answer


def _look_at(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Show what would be taken of a file that came back; nothing is saved yet."""
    form = ReturnForm.of(request.POST, request.FILES)
    found = form.tried(lambda: _read(edition, form))
    if found is None:
        return render(request, "translation/page.html", _page(request, edition, return_form=form), status=form.status)
    sheet, kept = found
    known = target_languages(edition.language)
    initial = {
        "language": sheet.language if sheet.language in known else "",
        "translator": sheet.translator,
        "is_machine": bool(sheet.is_machine),
        "translated_on": sheet.translated_on or localdate(),
        "kept": kept,
    }
    return _preview(request, edition, sheet, TakeForm.of(None, edition, initial))


def _preview(request: HttpRequest, edition: Edition, sheet: Sheet, form: TakeForm) -> HttpResponse:
    language = str(form["language"].value() or "")
    page = {**_frame(request, edition), **returned_page(edition, sheet, language, request.POST), "form": form}
    return render(request, "translation/returned.html", page, status=form.status)


def _turn(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Show another part of what came back; what was typed and ticked stays."""
    sheet = unseal(edition, request.POST.get("kept", ""))
    return _preview(request, edition, sheet, TakeForm.of(None, edition, request.POST.dict()))


def _take(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = TakeForm.of(request.POST, edition, {})
    sheet = unseal(edition, request.POST.get("kept", ""))
    taken = form.tried(lambda: _save(request, edition, sheet, form.cleaned_data))
    if taken is None:
        return _preview(request, edition, sheet, form)
    said = ngettext("%(count)s translation is saved.", "%(count)s translations are saved.", taken) % {"count": taken}
    messages.success(request, said if taken else gettext("Nothing of the file was new; nothing was changed."))
    return redirect(_law(edition, form.cleaned_data["language"]))


def _save(request: HttpRequest, edition: Edition, sheet: Sheet, typed: Mapping[str, Any]) -> int:
    return take_translation_back(
        actor_of(request),
        edition,
        sheet,
        language=typed["language"],
        translator=typed["translator"],
        is_machine=typed["is_machine"],
        translated_on=typed["translated_on"],
        replace=_ticks(request, edition, sheet, typed["language"]),
    )


def _ticks(request: HttpRequest, edition: Edition, sheet: Sheet, language: str) -> list[str]:
    """Return what was ticked: rows one by one, or all of them as they were shown."""
    if "replace_all" not in request.POST:
        return request.POST.getlist("replace")
    rows = returned(edition.act, sheet, language)
    return [one.tick for one in rows if one.waits] if request.POST["replace_all"] == all_ticks(rows) else []


def _write(request: HttpRequest, edition: Edition, eid: str, language: str, form: UnitTranslationForm) -> bool:
    typed = form.cleaned_data
    facts = {name: typed[name] for name in ("heading", "text", "translator", "is_machine", "translated_on", "seen")}
    write_translation(actor_of(request), edition, eid, language=language, **facts)
    request.session[MADE] = {"translator": typed["translator"], "is_machine": typed["is_machine"]}
    return True


def _typed_before(request: HttpRequest, slot: Any, held: Any) -> dict[str, Any]:  # noqa: ANN401
    if slot is None:
        return {"translated_on": localdate(), **request.session.get(MADE, {}), "seen": stamp(held)}
    fields = ("heading", "text", "translator", "is_machine", "translated_on")
    return {**{name: getattr(slot.translation, name) for name in fields}, "seen": stamp(held)}


def _read(edition: Edition, form: ReturnForm) -> tuple[Sheet, str]:
    """Return what has to be kept of a file, and as the page keeps it."""
    file = form.cleaned_data["file"]
    sheet = without_originals(edition.act, read_sheet(file.read(LIMIT + 1), file.name or ""))
    return sheet, seal(edition, sheet)


def _law(edition: Edition, language: str, eid: str = "") -> str:
    """Return the address of the law with the translation beside it."""
    anchor = f"#{eid}" if eid else ""
    return f"{reverse('law', args=[edition.mission.slug, edition.name])}?beside={language}{anchor}"


def _page(
    request: HttpRequest, edition: Edition, *, send_form: SendForm | None = None, return_form: ReturnForm | None = None
) -> dict[str, Any]:
    initial = _wanted(request, edition)
    found = extents(edition, str(initial["language"]), initial["eid"])
    names = target_languages(edition.language)
    return {
        **_frame(request, edition),
        "send_form": send_form or SendForm.of(None, edition, initial, found),
        "return_form": return_form or ReturnForm.of(None, None),
        "translated": {code: (names[code], extents(edition, code)[0]) for code in translated_into(edition)},
    }


def _frame(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    mission = edition.mission
    may_translate = may(actor_of(request), Verb.TRANSLATE, mission)
    return {"mission": mission, "here": "acts", "edition": edition, "may_translate": may_translate}
