"""The findings as pictures: groups by stages, themes by verdicts, law against practice."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from muvofiq.assessment.verdict import appearances
from muvofiq.publication.overview import write_overview_file
from muvofiq.records.errors import NotOnFile
from muvofiq.records.models import Mission
from muvofiq.records.queries.documents import notices_of
from muvofiq.records.queries.pictures import overview_of
from muvofiq.records.queries.requirements import scope_of
from muvofiq.standards.requirement import in_language
from muvofiq.web.heat_picture import heat_picture
from muvofiq.web.languages import content_language
from muvofiq.web.requests import actor_of, mission_for
from muvofiq.web.sending import EXCEL, SVG, sent
from muvofiq.web.verdict_pictures import matrix_picture, theme_picture

DRAWN = {
    "groups-by-stages": "findings/_heat_picture.html",
    "themes-by-verdicts": "findings/_theme_picture.html",
    "law-against-practice": "findings/_matrix_picture.html",
}


def pictures(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the pictures with their tables."""
    mission = mission_for(request, slug)
    return render(request, "findings/pictures.html", _page(request, mission))


def download(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Send a picture, or the tables of all."""
    mission = mission_for(request, slug)
    stem, _, extension = name.rpartition(".")
    if name == "pictures.xlsx":
        return sent(_workbook(request, mission), EXCEL, f"{mission.slug}-{name}")
    if stem not in DRAWN or extension != "svg" or not scope_of(mission):
        raise NotOnFile(f"{mission} > pictures", sort="picture", name=name)
    drawn = render_to_string(DRAWN[stem], _page(request, mission) | {"is_file": True}, request)
    return sent(drawn.strip().encode(), SVG, f"{mission.slug}-{name}")


def _workbook(request: HttpRequest, mission: Mission) -> bytes:
    language = content_language(request)
    return write_overview_file(
        overview_of(mission, actor_of(request)),
        language,
        notices=notices_of(mission, language),
        title=in_language(mission.title, language),
        made_on=localdate(),
    )


def _page(request: HttpRequest, mission: Mission) -> dict[str, Any]:
    overview, content = overview_of(mission, actor_of(request)), content_language(request)
    return {
        "mission": mission,
        "overview": overview,
        "heat": heat_picture(overview.heat),
        "themes": theme_picture(overview.themes, overview.titles, overview.heat.total, content),
        "matrix": matrix_picture(overview.matrix),
        "legend": appearances().items(),
        "here": "requirements",
    }
