"""What people read for the verbs and the subjects of the history, where one word stands for several things."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from muvofiq.web.labels import LABELS

VERBS: dict[str, Promise] = {
    "quote": _("quote words of a provision"),
    "propose_term": _("propose a word for the thesaurus"),
    "decide_term": _("decide about a proposed word"),
    "edit_standards": _("edit the standards of the mission"),
    "register_programme": _("register a programme"),
    "take_edition": _("take newer editions of requirements"),
}
SUBJECTS: dict[str, Promise] = {
    "act": _("act"),
    "act title": _("title of the draft act"),
    "agency": _("agency"),
    "amendment": _("amendment"),
    "case-note": _("note at a station of a case"),
    "catalogue": _("catalogue"),
    "changed sources": _("changed sources"),
    "consent": _("consent"),
    "contribution": _("discussion note"),
    "draft": _("file under review"),
    "edition": _("edition"),
    "key": _("answer of the key"),
    "list of acts": _("list of acts"),
    "matching": _("matching"),
    "member": _("member"),
    "mission": _("mission"),
    "owner": _("who judges"),
    "opinion": _("second opinion"),
    "person": _("person"),
    "picture": _("picture"),
    "practice": _("good practice"),
    "programme": _("programme"),
    "public fact": _("public fact"),
    "publicfact": _("public fact"),
    "questionnaire": _("questionnaire"),
    "received table": _("received file"),
    "recommendation": _("recommendation"),
    "relation": _("relation"),
    "requirement": _("requirement"),
    "register": _("register of acts of the state"),
    "scan": _("scan"),
    "scope": _("scope"),
    "session": _("session"),
    "sign-in link for": _("sign-in link for"),
    "term": _("term"),
    "standard": _("own standard"),
    "translation": _("translation"),
    "verdict": _("verdict"),
}


def verb_label(verb: str) -> str:
    """Return what people read for something that can be done."""
    return gettext(str(VERBS.get(verb) or LABELS.get(verb) or verb.replace("_", " ")))


def subject_label(sort: str) -> str:
    """Return what people read for a sort of thing."""
    return gettext(str(SUBJECTS.get(sort, sort)))
