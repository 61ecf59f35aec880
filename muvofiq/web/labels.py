"""What people read for the fixed words of the records."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Promise | str] = {
    # roles
    "programme_manager": _("programme manager"),
    "eu_expert": _("EU expert"),
    "national_expert": _("national expert"),
    "delegate": _("delegate"),
    "standards_editor": _("standards editor"),
    "observer": _("observer"),
    # how far a mission is
    "planned": _("planned"),
    "running": _("running"),
    "reported": _("reported"),
    # sessions
    "workshop": _("workshop"),
    "round_table": _("round table"),
    # decisions and contributions
    "accepted": _("accepted"),
    "rejected": _("rejected"),
    "proposed": _("proposed"),
    "information": _("information"),
    "practice": _("practice"),
    "objection": _("objection"),
    "proposal": _("proposal"),
    # jobs
    "waiting": _("waiting"),
    "done": _("done"),
    "failed": _("failed"),
    "Embedding the law": _("Reading the law by meaning"),
    "Embedding the requirements": _("Reading the requirements by meaning"),
    "Matching": _("Matching"),
    "Recognising pages": _("Recognising pages"),
    # parts of a press release
    "headline": _("headline"),
    "lead": _("lead: when, where, what, for whom"),
    "aim": _("aim"),
    "experts": _("experts, by their services"),
    "presented": _("what was presented"),
    "discussed": _("what was discussed, with which agencies"),
    "result": _("result"),
    "quote": _("quotation with name and post"),
    "component": _("component of the programme"),
    "background": _("background of the programme"),
    "contact": _("contact"),
    # kinds of acts
    "constitution": _("constitution"),
    "law": _("law"),
    "code": _("code"),
    "decree": _("decree"),
    "rules": _("rules"),
    "programme": _("programme"),
    "treaty": _("treaty"),
    # the force of norms
    "binding treaty": _("binding treaty"),
    "CIS or bilateral": _("CIS or bilateral"),
    "treaty not binding": _("treaty not binding"),
    "participation not known": _("participation not known"),
    "EU benchmark": _("EU benchmark"),
    "CoE benchmark": _("CoE benchmark"),
    "soft law": _("soft law"),
    "good practice": _("good practice"),
    "not yet adopted": _("not yet adopted"),
    # what can be done
    "see": _("see the mission"),
    "create_mission": _("create a mission"),
    "register_programme": _("register a programme"),
    "publish_catalogue": _("publish the catalogue"),
    "add_member": _("add a member"),
    "sign_in_link": _("make a sign-in link for this person"),
    "plan": _("plan the mission"),
    "choose_scope": _("choose the scope"),
    "import_edition": _("import a law"),
    "request_matching": _("ask for matching"),
    "decide_candidate": _("accept or reject a provision"),
    "give_verdict": _("give a verdict"),
    "note_contribution": _("note a contribution"),
    "recommend": _("write a recommendation"),
    "enter_public_fact": _("enter a public fact"),
    "record_consent": _("record the consent"),
}
