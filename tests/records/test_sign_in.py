"""A link lets one person in, once, within a day, and each new one makes the older useless."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from muvofiq.records.actions.sign_in import invite, make_link, use_link
from muvofiq.records.errors import LinkSpent, NotOnFile
from muvofiq.records.models import Person, SignInLink
from tests.records.at_once import at_once
from tests.records.small import desk, history, mission_of, one_entry, person, refused, workbench


@pytest.mark.django_db
def test_a_link_works_once() -> None:
    who = person()
    token = make_link(who)
    assert use_link(token) == who
    with refused(LinkSpent):
        use_link(token)


@pytest.mark.django_db
def test_only_the_hash_of_the_token_is_kept() -> None:
    token = make_link(person())
    assert len(token) >= 40
    assert token not in str(list(SignInLink.objects.values()))


@pytest.mark.django_db
def test_a_newer_link_makes_the_older_useless_and_that_of_others_not() -> None:
    who, other = person(), person()
    theirs = make_link(other)
    old, new = make_link(who), make_link(who)
    with refused(LinkSpent):
        use_link(old)
    assert use_link(new) == who
    assert use_link(theirs) == other


@pytest.mark.django_db
def test_a_link_expires_after_a_day() -> None:
    token = make_link(person())
    link = SignInLink.objects.get()
    assert timedelta(hours=23, minutes=59) < link.expires - datetime.now(UTC) <= timedelta(days=1)
    SignInLink.objects.update(expires=datetime.now(UTC) - timedelta(seconds=1))
    with refused(LinkSpent):
        use_link(token)


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "nonsense", "x" * 10_000, "\u0000", "граница"])
def test_what_never_was_a_link_lets_nobody_in(token: str) -> None:
    make_link(person())
    with refused(LinkSpent):
        use_link(token)


@pytest.mark.django_db
def test_who_has_left_is_not_let_in() -> None:
    who = person()
    token = make_link(who)
    Person.objects.update(is_active=False)
    with refused(LinkSpent):
        use_link(token)


@pytest.mark.django_db
def test_a_member_is_invited_and_the_history_does_not_tell_the_token() -> None:
    at = desk()
    with one_entry(at.mission, at.manager, "add_member"):
        token = invite(at.manager, at.mission, at.expert)
    assert token not in str(history(at.mission)[-1].__dict__)
    assert use_link(token) == at.expert


@pytest.mark.django_db
def test_nobody_gets_a_link_for_somebody_who_is_no_member() -> None:
    manager = workbench()
    mission, other = mission_of(manager, slug="one"), person(manages=True)
    mission_of(other, slug="other")
    with refused(NotOnFile, match="member"):
        invite(manager, mission, other)


@pytest.mark.django_db(transaction=True)
def test_of_links_made_at_the_same_moment_one_works() -> None:
    who = person()
    tokens = at_once(*[partial(make_link, who)] * 4)
    assert len({token for token in tokens if isinstance(token, str)}) == 4
    assert SignInLink.objects.filter(used=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_link_opened_twice_at_the_same_moment_lets_in_once() -> None:
    who = person()
    token = make_link(who)
    results = at_once(*[partial(use_link, token)] * 4)
    assert [one for one in results if isinstance(one, Person)] == [who]
    assert sum(isinstance(one, LinkSpent) for one in results) == 3
