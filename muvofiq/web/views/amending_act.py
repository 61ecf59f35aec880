"""The draft amending act of a mission: in each language by itself, and the clauses side by side by unit."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from muvofiq.records.actions.title_act import title_act
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.amending_act import ActDrafted, AlignedRow, aligned_clauses, drafted_acts
from muvofiq.web.forms_amendments import TitleForm
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
    acts = drafted_acts(mission, actor)
    languages = [one.language for one in acts if one.language]
    page = {
        "mission": mission,
        "acts": [_shown(one, form) for one in acts],
        "rows": [_row(one, languages) for one in aligned_clauses(mission, actor)],
        "languages": languages,
        "form": form,
        "may_title": may(actor, Verb.TITLE_ACT, mission),
        "here": "recommendations",
    }
    return render(request, "recommendations/act.html", page, status=form.status)


def _shown(act: ActDrafted, form: TitleForm) -> dict[str, object]:
    """Return a draft as the page shows it: how many amendments are proven, what is left out and why, its own title."""
    is_typed = form.is_bound and form["language"].value() == act.language
    own = act.title if act.title != act.counted else ""
    return {
        **{name: getattr(act, name) for name in act.__slots__},
        "left_out": [(amendment, tell(error)) for amendment, error in act.left_out],
        "proven": sum(proof.holds for _, proof in act.proofs),
        "typed": form["title"].value() if is_typed else own,
    }


def _row(row: AlignedRow, languages: list[str]) -> tuple[str, list[tuple[str, str]]]:
    """Return a unit with its clause in each language of the drafts, empty where there is none."""
    clauses = dict(row.clauses)
    return row.unit, [(language, clauses.get(language, "")) for language in languages]
