"""The closed lists of words in which requirements and instruments are described."""

from enum import StrEnum


class Group(StrEnum):
    """Whom a requirement protects or concerns."""

    EVERYONE = "all persons crossing the border"
    CHILDREN = "children"
    UNACCOMPANIED_CHILDREN = "unaccompanied/separated children"
    TRAFFICKING_VICTIMS = "victims of trafficking"
    VICTIMS_AS_WITNESSES = "victims as witnesses"
    TORTURE_VICTIMS = "victims of torture or serious violence"
    WOMEN_AT_RISK = "women and girls at risk"
    DISABILITIES = "persons with disabilities"
    ELDERLY = "elderly persons"
    MEDICAL = "medical cases"
    ASYLUM = "asylum seekers and refugees"
    STATELESS = "stateless persons"
    SMUGGLED = "smuggled migrants"
    IRREGULAR = "migrants in an irregular situation"
    RETURNED = "persons in return or readmission"
    OWN_NATIONALS = "own nationals"


class Stage(StrEnum):
    """At which moment of the border procedure a requirement applies."""

    PRE_ARRIVAL = "pre-arrival"
    FIRST_CONTACT = "first contact"
    SCREENING = "screening"
    IDENTIFICATION = "identification"
    REFERRAL = "referral"
    PROTECTION = "protection and stay"
    DETENTION = "detention"
    PROSECUTION = "prosecution"
    RETURN = "return"
    READMISSION = "readmission"
    CROSS_CUTTING = "cross-cutting"


class Strength(StrEnum):
    """How strongly an instrument words what it asks; a definition and a provision without duty ask nothing alone."""

    SHALL = "shall"
    SHALL_CONSIDER = "shall consider"
    MAY = "may"
    DEFINITION = "definition"
    NO_ACTION = "no action"


class Kind(StrEnum):
    """What sort of instrument it is; with the participation of a state, this decides the force."""

    UN_TREATY = "un_treaty"
    ILO_CONVENTION = "ilo_convention"
    CIS_TREATY = "cis_treaty"
    REGIONAL_TREATY = "regional_treaty"
    BILATERAL = "bilateral"
    EU_LAW = "eu_law"
    EU_AGREEMENT = "eu_agreement"
    EU_GUIDANCE = "eu_guidance"
    COE_TREATY = "coe_treaty"
    COE_SOFT_LAW = "coe_soft_law"
    SOFT_LAW = "soft_law"
    MODEL_LAW = "model_law"
    NATIONAL_LAW = "national_law"


class Act(StrEnum):
    """By which act a state took part in a treaty."""

    RATIFICATION = "ratification"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    SIGNATURE = "signature"
    PARTY = "party"
