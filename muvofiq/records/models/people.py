"""The people who work in missions, and the one-time links with which they sign in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from muvofiq.records.models.row import Row


class People(BaseUserManager["Person"]):
    """Finds people; they are made by actions."""


class Person(Row, AbstractBaseUser):
    """One person who can be an actor. ``manages_programmes`` allows what concerns no single mission."""

    username = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    service = models.CharField(max_length=160, blank=True)
    manages_programmes = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    objects = People()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class SignInLink(Row):
    """A link that lets one person in, once, until a day; only the hash of its token is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
