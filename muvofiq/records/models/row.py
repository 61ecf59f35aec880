"""What all saved things share: a key that stays the same when a mission travels to another database."""

from uuid import uuid4

from django.db import models

Words = dict[str, str]


class Row(models.Model):
    """A row with a key of its own, never reused and never counted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        abstract = True
