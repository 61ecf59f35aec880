"""The addresses of the workbench: readable, and fit to be sent to a colleague."""

from django.urls import path

from muvofiq.web.views import (
    acts,
    documents,
    history,
    jobs,
    languages,
    members,
    missions,
    notes,
    plan,
    recommendations,
    requirements,
    scope,
    sign_in,
)

MISSION = "missions/<slug:slug>/"
REQUIREMENT = f"{MISSION}requirements/<slug:requirement_id>/"

urlpatterns = [
    path("", missions.missions, name="missions"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-in/<str:token>/", sign_in.use, name="sign-in-link"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("language/interface/", languages.interface, name="interface-language"),
    path("language/contents/", languages.contents, name="content-language"),
    path("missions/new/", missions.new, name="new-mission"),
    path(MISSION, missions.mission, name="mission"),
    path(f"{MISSION}plan/agencies/", plan.agency, name="agencies"),
    path(f"{MISSION}plan/agencies/<uuid:pk>/", plan.agency, name="agency"),
    path(f"{MISSION}plan/sessions/", plan.session, name="sessions"),
    path(f"{MISSION}plan/sessions/<uuid:pk>/", plan.session, name="session"),
    path(f"{MISSION}scope/", scope.scope, name="scope"),
    path(f"{MISSION}acts/", acts.acts, name="acts"),
    path(f"{MISSION}acts/register/", acts.register, name="register-act"),
    path(f"{MISSION}acts/register/<uuid:pk>/", acts.register, name="registered-act"),
    path(f"{MISSION}acts/import/", acts.upload, name="import"),
    path(f"{MISSION}acts/<str:name>/", acts.law, name="law"),
    path(f"{MISSION}matching/", jobs.request_matching_again, name="matching"),
    path(f"{MISSION}matching/progress/", jobs.progress, name="matching-progress"),
    path(f"{MISSION}requirements/", requirements.requirements, name="requirements"),
    path(REQUIREMENT, requirements.requirement, name="requirement"),
    path(f"{REQUIREMENT}decide/", requirements.decide, name="decide"),
    path(f"{REQUIREMENT}quote/", requirements.quote_words, name="quote"),
    path(f"{REQUIREMENT}quote/<uuid:pk>/withdraw/", requirements.unquote, name="unquote"),
    path(f"{REQUIREMENT}verdict/", requirements.judge, name="judge"),
    path(f"{MISSION}notes/", notes.notes, name="notes"),
    path(f"{MISSION}notes/<int:number>/", notes.note, name="note"),
    path(f"{MISSION}recommendations/", recommendations.recommendations, name="recommendations"),
    path(f"{MISSION}recommendations/new/", recommendations.recommendation, name="new-recommendation"),
    path(f"{MISSION}recommendations/<int:number>/", recommendations.recommendation, name="recommendation"),
    path(f"{MISSION}documents/", documents.documents, name="documents"),
    path(f"{MISSION}documents/<str:name>", documents.download, name="document"),
    path(f"{MISSION}documents/facts/", documents.fact, name="facts"),
    path(f"{MISSION}documents/facts/<uuid:pk>/", documents.fact, name="fact"),
    path(f"{MISSION}documents/consent/", documents.consent, name="consent"),
    path(f"{MISSION}people/", members.members, name="members"),
    path(f"{MISSION}history/", history.history, name="history"),
]
