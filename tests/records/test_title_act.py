"""The draft amending act bears the counted title until a person gives it another one."""

import pytest

from muvofiq.amendment.errors import NoFormulae
from muvofiq.records.actions.title_act import title_act
from muvofiq.records.errors import ChangedMeanwhile, NotAllowed
from muvofiq.records.errors_amendment import TitleTooLong
from muvofiq.records.models import ActTitle
from muvofiq.records.words import Role
from tests.records.small import Desk, expert_in, history, no_entry, one_entry, refused

pytestmark = pytest.mark.django_db
TITLE = "О внесении изменений"


def test_a_title_of_ones_own_stands_for_one_language_until_it_is_emptied(at: Desk) -> None:
    with one_entry(at.mission, at.expert, "title_act"):
        title_act(at.expert, at.mission, language="ru", title=f"  {TITLE}\n ")
    saved = ActTitle.objects.get()
    assert (saved.language, saved.title, saved.version, saved.written_by) == ("ru", TITLE, 1, at.expert)
    title_act(at.manager, at.mission, language="tg", title="Унвон")
    title_act(at.expert, at.mission, language="ru", title="Другое", version=1)
    assert dict(ActTitle.objects.values_list("language", "title")) == {"ru": "Другое", "tg": "Унвон"}
    title_act(at.expert, at.mission, language="ru", title=" ", version=2)
    assert ActTitle.objects.get(language="ru").title == ""
    assert history(at.mission)[-1].change == {"from": "Другое", "to": ""}
    with refused(ChangedMeanwhile):
        title_act(at.expert, at.mission, language="ru", title=TITLE, version=1)
    title_act(at.expert, at.mission, language="ru", title=TITLE, version=3)
    assert ActTitle.objects.get(language="ru").version == 4


def test_the_same_title_again_and_none_where_there_was_none_change_nothing(at: Desk) -> None:
    with no_entry(at.mission):
        title_act(at.expert, at.mission, language="ru", title=" ")
    title_act(at.expert, at.mission, language="ru", title=TITLE)
    with no_entry(at.mission):
        title_act(at.expert, at.mission, language="ru", title=TITLE, version=1)


def test_who_writes_on_an_old_title_is_told(at: Desk) -> None:
    title_act(at.expert, at.mission, language="ru", title=TITLE)
    with refused(ChangedMeanwhile, match="Anna Horvat"):
        title_act(at.manager, at.mission, language="ru", title="Другое")
    with refused(ChangedMeanwhile):
        title_act(at.expert, at.mission, language="tg", title="Унвон", version=1)


def test_a_title_in_a_language_without_formulae_or_longer_than_any_is_refused(at: Desk) -> None:
    with refused(NoFormulae):
        title_act(at.expert, at.mission, language="zz", title=TITLE)
    with refused(TitleTooLong, match="501"):
        title_act(at.expert, at.mission, language="ru", title="ж" * 501)


def test_a_delegate_gives_no_title(at: Desk) -> None:
    delegate = expert_in(at.mission, at.manager, role=Role.DELEGATE)
    with refused(NotAllowed):
        title_act(delegate, at.mission, language="ru", title=TITLE)
