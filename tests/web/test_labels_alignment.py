"""Every signal, kind of act and legal form of the tables has a word that people read."""

from muvofiq.alignment.signals import SIGNALS as KNOWN
from muvofiq.tables import table
from muvofiq.web.labels_alignment import ACT_KINDS, LEGAL_FORMS, SIGNALS


def test_every_signal_has_a_word() -> None:
    assert SIGNALS.keys() == KNOWN.keys()


def test_every_kind_of_act_has_a_word() -> None:
    assert ACT_KINDS.keys() == {row["kind"] for row in table("languages/act-kinds.csv")}


def test_every_legal_form_has_a_word() -> None:
    assert LEGAL_FORMS.keys() == {row["form"] for row in table("languages/legal-forms.csv")}
