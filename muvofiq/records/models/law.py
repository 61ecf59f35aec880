"""The acts of a state as a mission has them on file: the register, the editions, and their texts."""

from django.db import models

from muvofiq.records.models.mission import Mission
from muvofiq.records.models.people import Person
from muvofiq.records.models.row import Row
from muvofiq.records.words import Counted, Purpose, choices, one_of


class Act(Row):
    """A row of the register: an act of the state, whether or not its text is on file.

    ``key`` is the short name by which files of the library mean the act, as in the provision border~art_2;
    ``register_id`` names it in the register of its state that comes with the product. ``purpose`` says what it is to
    the mission; ``state`` whose act it is, empty for the state of the mission. ``amendments`` are entries such as
    ``{"date": "2019-01-02", "number": "1563"}``; ``address`` is where it is published officially.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="acts")
    key = models.CharField(max_length=40, blank=True)
    title = models.JSONField(default=dict)
    number = models.CharField(max_length=40, blank=True)
    adopted = models.DateField(null=True)
    kind = models.CharField(max_length=40, blank=True)
    topics = models.JSONField(default=dict)
    status = models.JSONField(default=dict)
    unconfirmed = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField(default=0)
    purpose = models.CharField(max_length=12, choices=choices(Purpose), default=Purpose.NATIONAL.value)
    state = models.CharField(max_length=2, blank=True)
    register_id = models.CharField(max_length=80, blank=True)
    amendments = models.JSONField(default=list)
    address = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("position", "adopted")
        constraints = (
            one_of("purpose", Purpose, "act_purpose"),
            models.UniqueConstraint(fields=("mission", "key"), condition=~models.Q(key=""), name="act_key_once"),
        )


class EditionText(models.Model):
    """The words of an edition in Akoma Ntoso, by their hash; lists never load it."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    akoma_ntoso = models.TextField()


class Edition(Row):
    """The text of an act in one language as at one day. It never changes; a corrected import replaces it.

    ``name`` stands for the act in references such as ``border-law-ru~art_12``; ``file_sha256`` is the hash of the file.
    ``articles`` counts what lawyers cite first, and ``counted`` says what these are: articles, points, or units of
    both sorts. ``unproofed`` marks a text of which a machine recognised words in a picture. ``is_restricted`` marks a
    text «for official use»: a person confirmed that it may be used here, and it is never exported.
    """

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="editions")
    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="editions")
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=8)
    as_of = models.DateField(null=True)
    text = models.ForeignKey(EditionText, on_delete=models.PROTECT, related_name="editions")
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    articles = models.PositiveIntegerField()
    counted = models.CharField(max_length=10, choices=choices(Counted), default=Counted.ARTICLE.value)
    unproofed = models.BooleanField(default=False)
    is_restricted = models.BooleanField(default=False)
    remarks = models.JSONField(default=list)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    imported_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField()

    class Meta:
        ordering = ("act__position", "language", "imported_at")
        constraints = (
            models.UniqueConstraint(fields=("mission", "name"), name="edition_name_once"),
            one_of("counted", Counted, "edition_counted"),
        )

    def __str__(self) -> str:
        return self.name
