"""The tables, one file for each stage of the work; Django finds them here."""

from muvofiq.records.models.alignment import Answer, NormQuotation, Outcome, Proposal, Quotation
from muvofiq.records.models.amendment import ActTitle, Amendment, Recommendation
from muvofiq.records.models.answer_key import Reveal
from muvofiq.records.models.assessment import ConfirmedList, Finding, Look, Opinion, Settlement
from muvofiq.records.models.consultation import Contribution
from muvofiq.records.models.draft import Draft
from muvofiq.records.models.history import HistoryEntry
from muvofiq.records.models.job import Job, StoredVector
from muvofiq.records.models.law import Act, Edition, EditionText
from muvofiq.records.models.mission import Agency, Membership, Mission, ScopedRequirement, Session
from muvofiq.records.models.own_standard import (
    DraftRequirement,
    OwnInstrument,
    ReceivedTable,
    RequirementRelation,
    TableLink,
)
from muvofiq.records.models.people import Person, SignInLink
from muvofiq.records.models.practice import PracticeEntry
from muvofiq.records.models.programme import Partner, Phase, Programme
from muvofiq.records.models.publication import PublicFact
from muvofiq.records.models.questionnaire import AgencyAnswer, Questionnaire
from muvofiq.records.models.scan import Scan
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.models.term import TermProposal
from muvofiq.records.models.translation import WorkingTranslation
from muvofiq.records.models.walk import CaseNote

__all__ = [
    "Act",
    "ActTitle",
    "Agency",
    "AgencyAnswer",
    "Amendment",
    "Answer",
    "CaseNote",
    "ConfirmedList",
    "Contribution",
    "Draft",
    "DraftRequirement",
    "Edition",
    "EditionText",
    "Finding",
    "HistoryEntry",
    "Job",
    "Look",
    "Membership",
    "Mission",
    "NormQuotation",
    "Opinion",
    "Outcome",
    "OwnInstrument",
    "Partner",
    "Person",
    "Phase",
    "PracticeEntry",
    "Programme",
    "Proposal",
    "PublicFact",
    "Questionnaire",
    "Quotation",
    "ReceivedTable",
    "Recommendation",
    "RequirementEdition",
    "RequirementRelation",
    "Reveal",
    "Scan",
    "ScopedRequirement",
    "Session",
    "Settlement",
    "SignInLink",
    "StoredVector",
    "TableLink",
    "TermProposal",
    "WorkingTranslation",
]
