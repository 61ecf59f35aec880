"""The manual is one click away and speaks the language of the interface."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.records.small import Desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "How to judge a requirement"), ("ru", "Как оценить требование"), ("tg", "Чӣ тавр ба талабот баҳо")],
)
def test_it_speaks_the_language_of_the_interface(browser: Client, language: str, title: str) -> None:
    browser.cookies["django_language"] = language
    page = browser.get(reverse("manual-assess"))
    assert page.status_code == 200
    assert title in page.content.decode()


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_each_chapter_leads_to_the_other(browser: Client, language: str) -> None:
    browser.cookies["django_language"] = language
    for here, there in (("manual-assess", "manual-amend"), ("manual-amend", "manual-assess")):
        page = browser.get(reverse(here)).content.decode()
        assert f'href="{reverse(here)}" aria-current="page"' in page
        assert f'href="{reverse(there)}"' in page


def test_every_page_links_to_it(at: Desk, browser: Client) -> None:
    page = browser.get(reverse("mission", args=[at.mission.slug])).content.decode()
    assert f'href="{reverse("manual-assess")}"' in page


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert client.get(reverse("manual-assess")).status_code == 302
