"""A person says under which name the own decisions are shown."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.records.small import everything, person

pytestmark = pytest.mark.django_db


def test_the_own_name_is_saved_and_shown(client: Client) -> None:
    one = person(name="Expert")
    client.force_login(one)
    assert client.post(reverse("account"), {"name": " A. Expert ", "service": "Border Guard"}).status_code == 302
    one.refresh_from_db()
    assert (one.name, one.service) == ("A. Expert", "Border Guard")
    assert "A. Expert" in client.get(reverse("missions")).content.decode()


def test_an_empty_name_is_refused_in_place(client: Client) -> None:
    client.force_login(person(name="Expert"))
    before = everything()["Person"]
    answer = client.post(reverse("account"), {"name": "  ", "service": "x"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert everything()["Person"] == before


def test_a_stranger_is_led_to_the_sign_in_page(client: Client) -> None:
    assert client.get(reverse("account")).headers["Location"].startswith(reverse("sign-in"))
