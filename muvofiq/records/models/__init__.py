"""The tables, one file for each stage of the work; Django finds them here."""

from muvofiq.records.models.alignment import Answer, Outcome, Proposal, Quotation
from muvofiq.records.models.amendment import Recommendation
from muvofiq.records.models.answer_key import Reveal
from muvofiq.records.models.assessment import Finding
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
from muvofiq.records.models.scan import Scan
from muvofiq.records.models.standards import RequirementEdition
from muvofiq.records.models.term import TermProposal
from muvofiq.records.models.translation import WorkingTranslation

__all__ = [
    "Act",
    "Agency",
    "Answer",
    "Contribution",
    "Draft",
    "DraftRequirement",
    "Edition",
    "EditionText",
    "Finding",
    "HistoryEntry",
    "Job",
    "Membership",
    "Mission",
    "Outcome",
    "OwnInstrument",
    "Partner",
    "Person",
    "Phase",
    "PracticeEntry",
    "Programme",
    "Proposal",
    "PublicFact",
    "Quotation",
    "ReceivedTable",
    "Recommendation",
    "RequirementEdition",
    "RequirementRelation",
    "Reveal",
    "Scan",
    "ScopedRequirement",
    "Session",
    "SignInLink",
    "StoredVector",
    "TableLink",
    "TermProposal",
    "WorkingTranslation",
]
