"""Words that people propose for the thesaurus: an interpreter, a national lawyer, or a thesaurus of somebody else."""

from django.db import models

from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.words import TermState, choices, one_of


class TermProposal(Row):
    """A word for a concept in a language. ``is_preferred`` proposes it as the first word; else it is a synonym.

    ``concept_id`` may name a concept that the released thesaurus does not have; ``broader`` then says where it stands.
    ``source`` is the file from which the word was taken, or empty.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="term_proposals")
    concept_id = models.CharField(max_length=80)
    broader = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=8)
    word = models.CharField(max_length=200)
    is_preferred = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=255, blank=True)
    state = models.CharField(max_length=10, choices=choices(TermState), default=TermState.PROPOSED.value)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("concept_id", "language", "proposed_at")
        constraints = (
            models.UniqueConstraint(fields=("mission", "concept_id", "language", "word"), name="term_proposed_once"),
            one_of("state", TermState, "term_state"),
        )
