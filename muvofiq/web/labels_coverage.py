"""What people read for the groups and the stages of the catalogue, and how an address names them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from muvofiq.standards.vocabulary import Group, Stage

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


def in_address(word: Group | Stage) -> str:
    """Return how an address names a group or a stage.

    >>> in_address(Group.UNACCOMPANIED_CHILDREN)
    'unaccompanied-children'
    """
    return word.name.lower().replace("_", "-")


def group_named(name: str) -> Group | None:
    """Return the group that an address names."""
    return next((one for one in Group if in_address(one) == name), None)


def stage_named(name: str) -> Stage | None:
    """Return the stage that an address names."""
    return next((one for one in Stage if in_address(one) == name), None)
