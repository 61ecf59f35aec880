"""What people read for the fixed words of a law's text: changes, roles of lines, what was left out, open citations."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.law.citations import Open
from muvofiq.law.front import Role
from muvofiq.law.history import Deed
from muvofiq.law.kind import Kind
from muvofiq.text.damage import Damage
from muvofiq.text.source import Reason

LAW_LABELS: dict[str, Promise | str] = {
    Open.OTHER_ACT: _("the act is not on file"),
    Open.FOREIGN_ACT: _("act of another state"),
    Open.NO_SUCH_UNIT: _("the act on file has no such unit"),
    Open.AMBIGUOUS: _("more than one may be meant"),
    Deed.AMENDED: _("amended"),
    Deed.ADDED: _("added"),
    Deed.REMOVED: _("removed"),
    Deed.REPEALED: _("repealed"),
    Deed.NEW_WORDING: _("new wording"),
    Deed.RENAMED: _("renamed"),
    Deed.SUSPENDED: _("suspended"),
    Deed.RESUMED: _("in force again"),
    Deed.CORRECTED: _("corrected"),
    Deed.IN_FORCE: _("in force"),
    Role.TITLE: _("title"),
    Role.ADOPTION: _("adoption"),
    Role.GAZETTE: _("gazette"),
    Role.EDITION: _("edition"),
    Role.CONTENTS: _("contents"),
    Role.PREAMBLE: _("preamble"),
    Role.EDITOR: _("note of the editor"),
    Role.SIGNATORY: "",
    Role.PLACE: "",
    Role.DATE: "",
    Role.NUMBER: "",
    Role.OTHER: "",
    Reason.RUNNING_HEAD: _("running heads"),
    Reason.PAGE_NUMBER: _("page numbers"),
    Reason.HYPHEN: _("hyphens at the ends of lines"),
    Reason.NOTE_MARK: _("marks of footnotes"),
    Reason.DELETED: _("pending deletions, read as accepted"),
    Reason.INSERTED: _("pending insertions, read as original"),
    Reason.NAVIGATION: _("not part of the act on its page"),
    Reason.EDITOR_MARK: _("marks of who consolidated the text"),
    Reason.HIDDEN: _("hidden in the file, not printed"),
    Reason.COMMENT: _("comments in the margin"),
    Reason.PICTURE: _("read from the picture of the page instead"),
    Reason.MARKUP: _("signs that mark the layout of the text"),
    Damage.FONT_A: _("letters of an old font, first kind"),
    Damage.FONT_B: _("letters of an old font, second kind"),
    Damage.FONT_SHORT_U: _("letters of an old font that writes ў for ӯ"),
    Damage.FONT_LATIN: _("letters of an old font behind Latin ones"),
    Damage.LOOK_ALIKE: _("letters of another alphabet that look alike"),
    Damage.DROPPED: _("letters that lost their marks"),
    Damage.MISREAD: _("letters misread by a machine"),
    Damage.RAISED: _("raised figures that were lost"),
}

UNITS: dict[str, Promise] = {
    Kind.ANNEX: _("annex"),
    Kind.DIVISION: _("division"),
    Kind.SECTION: _("section"),
    Kind.SUBSECTION: _("subsection"),
    Kind.CHAPTER: _("chapter"),
    Kind.PARAGRAPH: _("paragraph (§)"),
    Kind.ARTICLE: _("article"),
    Kind.PART: _("part of an article"),
    Kind.POINT: _("point"),
    Kind.SUBPOINT: _("sub-point"),
    Kind.NOTE: _("note of the law"),
    Kind.INDENT: _("running text"),
}
