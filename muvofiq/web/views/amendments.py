"""The screen on which a unit is amended: in force left, editable right, below the clause, the redline and the proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from muvofiq.amendment.next_number import beginning_behind
from muvofiq.amendment.redline import Stretch, redline
from muvofiq.amendment.wording import wording_of
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.move_recommendation import SHUT
from muvofiq.records.actions.remove import remove
from muvofiq.records.errors_amendment import ActHasText
from muvofiq.records.models import Act, Amendment, Edition, Mission, Recommendation
from muvofiq.records.permissions import Verb, may, require
from muvofiq.records.queries.amendment_page import Drafted, amendment_numbered, drafted, tidied, twins_of
from muvofiq.records.queries.answers import edition_named
from muvofiq.records.queries.beside import besides_of
from muvofiq.records.queries.difference import At, updates_of
from muvofiq.records.queries.law_text import law_of, reference_to, unit_of
from muvofiq.records.queries.recommendation_page import (
    act_keyed,
    recommendation_numbered,
    refuse_kept,
    unit_typed,
    units_near,
)
from muvofiq.records.queries.units_to_amend import quoted_elsewhere
from muvofiq.web.amending import passages, reach
from muvofiq.web.beside import language_beside
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_amendments import ACT, AmendmentForm, PlaceForm, typed_before
from muvofiq.web.labels_amendments import place_words
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.telling import tell


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an amendment applies: a unit of an edition, a new one behind it, or a place in words."""

    act: Act
    edition: Edition | None = None
    eid: str = ""
    after: str = ""
    unit: str = ""

    @property
    def shown(self) -> str:
        """The unit in force, as the form remembers that the page has shown it; nothing where the unit is new."""
        return f"{self.edition.name}~{self.eid}" if self.edition and self.eid else ""

    @property
    def current(self) -> str:
        """The wording in force as printed; nothing where the unit is new."""
        return wording_of(unit_of(self.edition, self.eid)) if self.edition and self.eid else ""

    @property
    def beginning(self) -> str:
        """How a new unit begins: its number; nothing where the unit is in force, or nothing is counted there."""
        if not self.edition or not self.after:
            return ""
        begins = beginning_behind(law_of(self.edition), reference_to(self.edition, self.after))
        return f"{begins} " if begins else ""

    @property
    def citation(self) -> str:
        """The place in words."""
        return place_words(self.edition, self.eid, self.after, self.unit)


def amendment(request: HttpRequest, slug: str, number: int, of: int | None = None) -> HttpResponse:
    """Write an amendment, correct it or remove it; a second person sees both versions before one is replaced."""
    mission, recommendation = _recommendation(request, slug, number)
    row = amendment_numbered(recommendation, of) if of else None
    if row is None:
        require(actor_of(request), Verb.RECOMMEND, mission)
    removal = WorkForm(request.POST) if "remove" in request.POST else None
    if removal and row and removal.tried(lambda: _remove(request, row)):
        messages.success(request, gettext("Removed; the history keeps what it said."))
        return redirect("recommendation", slug, number)
    is_placed = row and (row.edition is None or row.eid or row.after)
    place = None if is_placed and "edition" not in request.GET else _place_form(request, mission)
    spot = place.tried(lambda: _spot(mission, place.cleaned_data)) if place else _saved_spot(row)
    if spot is None:
        return _ask_place(request, recommendation, place, of=row, removal=removal)
    is_sent = request.method == "POST" and not removal
    form = AmendmentForm(request.POST if is_sent else None, _initial(spot, row), spot.shown)
    is_preview = "preview" in request.POST
    saved = None if is_preview else form.tried(lambda: _save(request, recommendation, spot, form, row))
    if saved:
        messages.success(request, gettext("Saved: %(unit)s.") % {"unit": spot.citation})
        return redirect("amendment", slug, number, saved.number)
    tried = removal or form
    page = _page(request, recommendation, spot, form, row) | {"telling": tried.telling}
    return render(request, "amendments/page.html", page, status=200 if is_preview and form.is_valid() else tried.status)


@require_POST
def preview(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show what a wording comes to while it is typed, and save nothing."""
    mission, recommendation = _recommendation(request, slug, number)
    place = PlaceForm(request.POST, mission, content_language(request), {})
    spot = place.tried(lambda: _spot(mission, place.cleaned_data))
    page: dict[str, Any] = {"mission": mission, "recommendation": recommendation}
    if spot is None:
        page |= {"form": place}
        return render(request, "amendments/_live.html", page, status=place.status)
    form = AmendmentForm(request.POST, {}, spot.shown)
    page |= {"form": form, "spot": spot, "is_writable": True}
    page |= _live(recommendation, spot, form, content_language(request))
    return render(request, "amendments/_preview.html", page, status=form.status)


def _recommendation(request: HttpRequest, slug: str, number: int) -> tuple[Mission, Recommendation]:
    """Return a recommendation that this person may read."""
    mission = mission_for(request, slug)
    recommendation = recommendation_numbered(mission, number)
    refuse_kept(recommendation, actor_of(request))
    return mission, recommendation


def _place_form(request: HttpRequest, mission: Mission) -> PlaceForm:
    """Return the place as the address names it; where it names an edition alone, that one is chosen in the form."""
    is_named = any(name in request.GET for name in ("eid", "after", "unit"))
    initial = {"edition": request.GET.get("edition", "")}
    return PlaceForm(request.GET if is_named else None, mission, content_language(request), initial)


def _ask_place(
    request: HttpRequest,
    recommendation: Recommendation,
    place: PlaceForm | None,
    *,
    of: Amendment | None,
    removal: WorkForm | None,
) -> HttpResponse:
    """Ask which unit is amended; where one was not found, show those that come nearest and the text to look in."""
    page: dict[str, Any] = {
        "mission": recommendation.mission,
        "recommendation": recommendation,
        "place_form": place,
        "of": of,
        "telling": removal.telling if removal else None,
        "here": "recommendations",
    }
    typed = place.cleaned_data if place and place.telling and place.is_valid() else {}
    edition, name = typed.get("edition", ""), "after" if typed.get("after") else "eid"
    if edition and not edition.startswith(ACT):
        near = units_near(recommendation.mission, edition, typed[name])
        page |= {"near": near, "near_name": name, "near_edition": edition}
    return render(request, "amendments/place.html", page, status=place.status if place else 200)


def _spot(mission: Mission, typed: Mapping[str, str]) -> Spot:
    """Return the place that was named; raises NotOnFile, UnitMissing, and ActHasText for words beside a text."""
    chosen = typed["edition"]
    if chosen.startswith(ACT):
        words = typed["unit"] or typed["eid"] or typed["after"]
        return Spot(act_keyed(mission, chosen.removeprefix(ACT)), unit=words.strip())
    edition = edition_named(mission, chosen)
    if typed["eid"]:
        return Spot(edition.act, edition, eid=unit_typed(mission, chosen, typed["eid"]).eid)
    if typed["after"]:
        return Spot(edition.act, edition, after=unit_typed(mission, chosen, typed["after"]).eid)
    raise ActHasText(f"{mission} > {edition.name}", unit=typed["unit"].strip(), edition=edition.name)


def _saved_spot(row: Amendment | None) -> Spot | None:
    return Spot(row.act, row.edition, row.eid, row.after, row.unit) if row else None


def _initial(spot: Spot, row: Amendment | None) -> dict[str, Any]:
    """Return what the form begins with: the saved amendment, or the wording in force."""
    return typed_before(row) if row else {"proposed": spot.current or spot.beginning, "version": 0}


def _save(
    request: HttpRequest, recommendation: Recommendation, spot: Spot, form: AmendmentForm, row: Amendment | None
) -> Amendment:
    return amend(
        actor_of(request),
        recommendation,
        act=spot.act,
        proposed=_wording(spot, form),
        edition=spot.edition,
        eid=spot.eid,
        after=spot.after,
        unit=spot.unit,
        clause=form.own_clause,
        loss_reasons=form.reasons,
        written=row,
        version=form.seen_version,
    )


def _wording(spot: Spot, form: AmendmentForm) -> str:
    """Return the wording that was typed; a number alone, with which a new unit begins, is none."""
    return "" if form.wording == tidied(spot.beginning) else form.wording


def _remove(request: HttpRequest, row: Amendment) -> bool:
    remove(actor_of(request), row)
    return True


def _drafted(recommendation: Recommendation, spot: Spot, form: AmendmentForm) -> Drafted | None:
    """Return what the wording comes to; nothing where no text is on file."""
    if spot.edition is None:
        return None
    return drafted(
        spot.edition,
        eid=spot.eid,
        after=spot.after,
        proposed=_wording(spot, form),
        clause=form.own_clause,
        recommendation=recommendation,
    )


def _live(recommendation: Recommendation, spot: Spot, form: AmendmentForm, content: str) -> dict[str, Any]:
    """Return what stands below both wordings."""
    found = _drafted(recommendation, spot, form)
    proof = found.proof if found else None
    gives = redline(proof.gives, form.wording) if proof and not proof.clause_gives_proposed and proof.gives else ()
    lost = passages(found, form.reasons, form.initial.get("losses", {}), content) if found else []
    is_compared = found and spot.edition and spot.eid and not found.is_nothing
    return {
        "drafted": found,
        "passages": lost,
        "is_reason_open": not all(one.reason for one in lost),
        "not_compared": quoted_elsewhere(spot.edition, spot.eid) if is_compared and spot.edition else [],
        "reach": reach(found) if found else None,
        "gives": gives,
        "telling_draft": tell(found.error) if found and found.error else None,
        "is_deleted": bool(spot.shown) and not form.wording.strip(),
    }


def _page(
    request: HttpRequest, recommendation: Recommendation, spot: Spot, form: AmendmentForm, row: Amendment | None
) -> dict[str, Any]:
    mission = recommendation.mission
    places = [At(spot.edition, spot.eid)] if spot.edition and spot.eid else []
    twins = twins_of(recommendation, spot.edition, spot.eid, spot.after) if spot.edition else []
    return {
        "mission": mission,
        "recommendation": recommendation,
        "row": row,
        "spot": spot,
        "at": places[0] if places else None,
        "form": form,
        "current": spot.current,
        "twins": twins,
        "besides": besides_of(places, language_beside(request)),
        "updates": updates_of(places),
        "is_writable": may(actor_of(request), Verb.RECOMMEND, mission)
        and (recommendation.state not in SHUT or form.is_bound),
        "here": "recommendations",
        "may_translate": may(actor_of(request), Verb.TRANSLATE, mission),
        **_live(recommendation, spot, form, content_language(request)),
        **_conflict(recommendation, form, row),
    }


def _conflict(recommendation: Recommendation, form: AmendmentForm, row: Amendment | None) -> dict[str, Any]:
    """Return what somebody else has saved meanwhile, and how what was typed differs from it."""
    if row is None or form.telling is None or form.telling.error != "ChangedMeanwhile":
        return {"version": form["version"].value() or 0}
    theirs = amendment_numbered(recommendation, row.number)
    changes: tuple[Stretch, ...] = redline(theirs.proposed, form.wording)
    return {"conflict": theirs, "conflict_changes": changes, "version": theirs.version}
