"""What people read for the groups and the stages of the catalogue."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.standards.vocabulary import Group, Stage
from muvofiq.web.finding_address import word_in

GROUPS: dict[Group, Promise] = {
    Group.EVERYONE: _("all persons crossing the border"),
    Group.CHILDREN: _("children"),
    Group.UNACCOMPANIED_CHILDREN: _("unaccompanied or separated children"),
    Group.TRAFFICKING_VICTIMS: _("victims of trafficking"),
    Group.VICTIMS_AS_WITNESSES: _("victims as witnesses"),
    Group.TORTURE_VICTIMS: _("victims of torture or serious violence"),
    Group.WOMEN_AT_RISK: _("women and girls at risk"),
    Group.DISABILITIES: _("persons with disabilities"),
    Group.ELDERLY: _("elderly persons"),
    Group.MEDICAL: _("medical cases"),
    Group.ASYLUM: _("asylum seekers and refugees"),
    Group.STATELESS: _("stateless persons"),
    Group.SMUGGLED: _("smuggled migrants"),
    Group.IRREGULAR: _("migrants in an irregular situation"),
    Group.RETURNED: _("persons in return or readmission"),
    Group.OWN_NATIONALS: _("own nationals"),
}
STAGES: dict[Stage, Promise] = {
    Stage.PRE_ARRIVAL: _("before arrival"),
    Stage.FIRST_CONTACT: _("first contact"),
    Stage.SCREENING: _("screening"),
    Stage.IDENTIFICATION: _("identification"),
    Stage.REFERRAL: _("referral"),
    Stage.PROTECTION: _("protection and stay"),
    Stage.DETENTION: _("detention"),
    Stage.PROSECUTION: _("prosecution"),
    Stage.RETURN: _("return"),
    Stage.READMISSION: _("readmission"),
    Stage.CROSS_CUTTING: _("at every stage"),
}


def group_named(name: str) -> Group | None:
    """Return the group that an address names."""
    return word_in(Group, name)
