"""Files as the browser receives them: to be saved, under a name of ours."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
SVG = "image/svg+xml"


def sent(data: bytes, content_type: str, name: str) -> HttpResponse:
    """Return a file that the browser saves under a name."""
    answer = HttpResponse(data, content_type=content_type)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"  # noqa: FBT003
    return answer
