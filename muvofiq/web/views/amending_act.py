"""The draft amending act of a mission: in each language by itself, and the clauses side by side by unit."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.errors import MuvofiqError
from muvofiq.records.actions.title_act import title_act
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.amending_act import ActDrafted, AlignedRow, drafts_of
from muvofiq.standards.requirement import in_language
from muvofiq.web.forms_amendments import TitleForm
from muvofiq.web.labels_editions import day_of
from muvofiq.web.languages import content_language
from muvofiq.web.printed_act import printed_lines
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.telling import tell


def amending_act(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the draft in each language, and save the title that a person gives it."""
    mission, actor = mission_for(request, slug), actor_of(request)
    form = TitleForm(request.POST if request.method == "POST" else None)

    def act() -> bool:
        typed = form.cleaned_data
        version = typed["version"] or 0
        title_act(actor, mission, language=typed["language"], title=typed["title"], version=version)
        return True

    if form.tried(act):
        messages.success(request, gettext("Saved."))
        return redirect("amending-act", slug)
    drafts = drafts_of(mission, actor)
    languages = [one.language for one in drafts.acts if one.language]
    content = content_language(request)
    editions = mission.editions.select_related("act")
    named = {one.name: f"«{in_language(one.act.title, content)}» ({day_of(one)})" for one in editions}
    page = {
        "mission": mission,
        "acts": [_shown(one, form, named) for one in drafts.acts],
        "rows": [_row(one, languages) for one in drafts.rows],
        "languages": languages,
        "form": form,
        "may_title": may(actor, Verb.TITLE_ACT, mission),
        "here": "recommendations",
    }
    return render(request, "recommendations/act.html", page, status=form.status)


def _shown(act: ActDrafted, form: TitleForm, named: Mapping[str, str]) -> dict[str, object]:
    """Return a draft as the page shows it: which editions it amends, what is left out and why, its own title."""
    is_typed = form.is_bound and form["language"].value() == act.language
    own = act.title if act.title != act.counted else ""
    editions = {one.edition.pk: one.edition for one, _ in act.proofs if one.edition}
    newer = {edition.pk: other for edition, other in act.older}
    return {
        **{name: getattr(act, name) for name in act.__slots__},
        "editions": [(one, newer.get(one.pk)) for one in editions.values()],
        "left_out": [(amendment, tell(_in_words(error, named))) for amendment, error in act.left_out],
        "every": len(act.proofs) + len(act.left_out),
        "printed": printed_lines(act),
        "typed": form["title"].value() if is_typed else own,
    }


def _in_words(error: MuvofiqError, named: Mapping[str, str]) -> MuvofiqError:
    """Return an error that names editions by the act and the day, as lawyers do, in place of their file names."""
    values = {key: named.get(str(value), value) for key, value in error.values.items()}
    return type(error)(error.where, **values)


def _row(row: AlignedRow, languages: list[str]) -> tuple[str, list[tuple[str, str]]]:
    """Return a unit with its clause in each language of the drafts, empty where there is none."""
    clauses = dict(row.clauses)
    return row.unit, [(language, clauses.get(language, "")) for language in languages]
