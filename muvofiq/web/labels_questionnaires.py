"""What people read for the reasons of questions, the cells of an answer, and what becomes of it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.consultation.answer import Point, Said
from muvofiq.consultation.questionnaire import Kind
from muvofiq.records.queries.returned_answers import Outcome

KINDS: dict[str, Promise] = {
    Kind.GAP: _("provisions that were not found yet"),
    Kind.NOT_FOUND: _("not found in these acts"),
    Kind.OPEN: _("nothing accepted yet"),
    Kind.ELEMENT: _("element without an answer"),
    Kind.EXPLANATION: _("how provisions go together"),
    Kind.TREATY: _("how treaties are given effect"),
    Kind.TEXT: _("text not available"),
    Kind.PRACTICE: _("practice"),
    Kind.TIME_LIMIT: _("time limit not known"),
    Kind.AUTHORITY: _("authority not known"),
    Kind.FREE: _("own question"),
}
SAID: dict[str, Promise] = {
    Said.YES: _("yes"),
    Said.PARTLY: _("partly"),
    Said.NO: _("no"),
    Said.NOT_COMPETENT: _("not our competence"),
}
POINTS: dict[str, Promise] = {
    Point.SAID: _("yes, partly, no, or not our competence"),
    Point.ACT: _("act"),
    Point.NUMBER: _("number and date of the act"),
    Point.ARTICLE: _("article"),
    Point.TEXT: _("text of the provision"),
    Point.PRACTICE: _("practice"),
    Point.SINCE: _("since when"),
    Point.RESPONSIBLE: _("who is responsible"),
    Point.EXPLANATION: _("explanation"),
}
OUTCOMES: dict[str, Promise] = {
    Outcome.NEW: _("new, will be taken"),
    Outcome.OTHER: _("differs from the answer on file, will replace it"),
    Outcome.SAME: _("as on file already"),
    Outcome.EMPTY: _("no answer in the file"),
}
