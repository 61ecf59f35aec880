"""The people of a mission: who has which role, who may do what, and how somebody is invited."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from muvofiq.records.actions.add_member import add_member, end_membership
from muvofiq.records.actions.invite_member import invite_member, renew_link
from muvofiq.records.models import Membership, Mission, Person
from muvofiq.records.permissions import Verb, may
from muvofiq.records.queries.finding_moves import move_rows
from muvofiq.records.queries.members_list import member_named, members_list, permission_rows
from muvofiq.records.words import Role
from muvofiq.web.forms import WorkForm
from muvofiq.web.forms_members import MemberForm, PersonForm, RoleForm, roles
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.verb_labels import verb_label
from muvofiq.web.words import one_of

Invited = tuple[Person, str]


@never_cache
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the people. A new link is shown in the answer itself, once, and kept nowhere."""
    mission = mission_for(request, slug)
    if request.method != "POST":
        return _shown(request, mission, PersonForm(label_suffix=""))
    act = ACTS.get(request.POST.get("do", ""), _invite)
    return act(request, mission)


def _invite(request: HttpRequest, mission: Mission) -> HttpResponse:
    form = PersonForm(request.POST, label_suffix="")

    def act() -> Invited:
        typed = form.cleaned_data
        role = one_of(Role, typed["role"], mission.slug)
        names = {name: typed[name] for name in ("name", "username", "service")}
        member, token = invite_member(actor_of(request), mission, **names, role=role)
        return member.person, token

    invited = form.tried(act)
    return _shown(request, mission, form if invited is None else PersonForm(label_suffix=""), invited, form)


def _link(request: HttpRequest, mission: Mission) -> HttpResponse:
    form = MemberForm(request.POST)

    def act() -> Invited:
        person = member_named(mission, form.cleaned_data["member"]).person
        return person, renew_link(actor_of(request), mission, person)

    return _shown(request, mission, PersonForm(label_suffix=""), form.tried(act), form)


def _add_role(request: HttpRequest, mission: Mission) -> HttpResponse:
    form = RoleForm(request.POST)

    def act() -> Membership:
        person = member_named(mission, form.cleaned_data["member"]).person
        return add_member(actor_of(request), mission, person, one_of(Role, form.cleaned_data["role"], mission.slug))

    return _saved(request, mission, form, act)


def _end_role(request: HttpRequest, mission: Mission) -> HttpResponse:
    form = MemberForm(request.POST)

    def act() -> bool:
        end_membership(actor_of(request), member_named(mission, form.cleaned_data["member"]))
        return True

    return _saved(request, mission, form, act)


def _saved(request: HttpRequest, mission: Mission, form: WorkForm, act: Callable[[], object]) -> HttpResponse:
    if form.tried(act):
        messages.success(request, gettext("Saved."))
        return redirect("members", mission.slug)
    return _shown(request, mission, PersonForm(label_suffix=""), None, form)


def _shown(
    request: HttpRequest,
    mission: Mission,
    form: PersonForm,
    invited: Invited | None = None,
    tried: WorkForm | None = None,
) -> HttpResponse:
    actor = actor_of(request)
    page: dict[str, Any] = {
        "mission": mission,
        "here": "members",
        "rows": members_list(mission, actor),
        "form": form,
        "tried": tried,
        "invited": invited[0] if invited else None,
        "link": request.build_absolute_uri(reverse("sign-in-link", args=[invited[1]]))
        if invited and invited[1]
        else "",
        "roles": roles(),
        "permissions": [(verb_label(row.verb.value), row) for row in permission_rows(list(Role))],
        "moves": move_rows(list(Role)),
        "may_add": may(actor, Verb.ADD_MEMBER, mission),
    }
    return render(request, "members/page.html", page, status=tried.status if tried else 200)


ACTS: dict[str, Callable[[HttpRequest, Mission], HttpResponse]] = {
    "invite": _invite,
    "link": _link,
    "add-role": _add_role,
    "end-role": _end_role,
}
