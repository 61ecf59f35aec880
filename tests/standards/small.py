"""Small literal pieces of a catalogue, from which tests build what they need."""

from datetime import date

from muvofiq.standards.citation import Citation
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.requirement import Requirement
from muvofiq.standards.vocabulary import Group, Stage

REQUIREMENT = """\
id: thb-legal-aid
code: B07
title:
  en: Legal aid for victims
statement:
  en: Victims must get free legal aid.
citations:
  - tip-protocol art. 6(2)
  - eura-ge art. 3(1) (model, verify)
groups: [victims of trafficking]
stages: [screening, prosecution]
elements:
  - en: aid is free
terms:
  en: [legal aid]
  ru: [бесплатная юридическая помощь]
"""

REQUIREMENTS_FILE = """\
theme:
  id: B
  title:
    en: Trafficking
unconfirmed: [tg]
requirements:
  - id: thb-legal-aid
    code: B07
    title: {en: Legal aid}
    statement: {en: Victims must get free legal aid.}
    citations: [tip-protocol art. 6(2)]
    groups: [victims of trafficking]
    stages: [prosecution]
    elements: [{en: aid is free}]
    terms: {en: [legal aid]}
    practice: ['lv-act-1: free of charge']
"""

INSTRUMENTS_FILE = """\
family: {id: united-nations, title: {en: United Nations}}
checked: false
open_questions: [How many states are parties?]
instruments:
  - id: tip-protocol
    title: {en: Trafficking Protocol}
    kind: un_treaty
    adopted: 2000-11-15
    participation:
      TJ: {date: 2002-07-08, act: accession}
      UZ: {date: 2001, act: signature, unconfirmed: true}
    states_covered: [TJ, UZ, CN]
    unconfirmed: [adopted]
  - id: lv-act-1
    title: {en: A Latvian act}
    kind: national_law
"""

THESAURUS_FILE = """\
facet: {id: persons, title: {en: Persons}}
unconfirmed: [tg]
concepts:
  - id: person
    en: [person, traveller]
    ru: [лицо]
    tg: [шахс]
  - id: victim
    broader: person
    en: [victim]
    ru: [жертва, потерпевший]
"""


def citing(*citations: str) -> Requirement:
    """A requirement of which only the citations matter."""
    return Requirement(
        id="any",
        code="A01",
        title={"en": "Any"},
        statement={"en": "Any."},
        citations=tuple(map(Citation.parse, citations)),
        groups=(Group.EVERYONE,),
        stages=(Stage.SCREENING,),
        elements=({"en": "any"},),
        terms={},
    )


def instrument(name: str, kind: str, **entry: object) -> Instrument:
    """An instrument with the given fields."""
    return Instrument.from_entry({"id": name, "title": {"en": name}, "kind": kind, **entry}, name)


def day(text: str) -> date:
    return date.fromisoformat(text)


FILES = {
    "requirements/B.yaml": REQUIREMENTS_FILE,
    "instruments/un.yaml": INSTRUMENTS_FILE,
    "thesaurus/persons.yaml": THESAURUS_FILE,
}
