"""What people read for how two requirements are related, and for what follows from a verdict."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.assessment.derived import Bound
from muvofiq.standards.relation import RelationKind

KINDS: dict[RelationKind, Promise] = {
    RelationKind.EQUAL: _("equal"),
    RelationKind.SUBSET: _("subset"),
    RelationKind.SUPERSET: _("superset"),
    RelationKind.INTERSECTS: _("intersects"),
}
MEANINGS: dict[RelationKind, Promise] = {
    RelationKind.EQUAL: _("both ask the same"),
    RelationKind.SUBSET: _("the first asks a part of the second"),
    RelationKind.SUPERSET: _("the first asks all of the second, and more"),
    RelationKind.INTERSECTS: _("some is asked by both, and something is left over on each side"),
}
SEEN: dict[RelationKind, Promise] = {
    RelationKind.EQUAL: _("asks the same as this requirement"),
    RelationKind.SUBSET: _("asks all of this requirement, and more"),
    RelationKind.SUPERSET: _("asks a part of this requirement"),
    RelationKind.INTERSECTS: _("overlaps with this requirement"),
}
BOUNDS: dict[Bound, Promise] = {
    Bound.EXACTLY: _("so here"),
    Bound.LEAST: _("so here at least"),
    Bound.MOST: _("so here at most"),
}
