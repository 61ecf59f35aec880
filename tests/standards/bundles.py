"""Bundles of any words, in which everything that is named is there, for the tests that write and read them."""

from hypothesis import strategies as st

from muvofiq.standards.bundle import Bundle
from muvofiq.standards.instrument import Instrument
from muvofiq.standards.relation import Relation, fitting_kind
from muvofiq.standards.requirement import Requirement, Theme
from muvofiq.standards.vocabulary import Kind
from tests.standards.test_requirement import REQUIREMENTS, TEXTS, WORDS

DATES = st.sampled_from(["2002", "2002-07", "2002-07-08"])
PARTIES = st.fixed_dictionaries(
    {"act": st.sampled_from(["accession", "signature"])}, optional={"date": DATES, "note": WORDS}
)
FACTS = st.fixed_dictionaries(
    {"title": TEXTS, "kind": st.sampled_from(Kind).map(lambda kind: kind.value)},
    optional={
        "adopted": DATES,
        "identifiers": st.fixed_dictionaries({}, optional={"unts": WORDS, "celex": WORDS}),
        "participation": st.dictionaries(st.sampled_from(["TJ", "LV", "NO"]), PARTIES, min_size=1),
        "states_covered": st.just(["TJ", "NO"]),
        "note": WORDS,
        "unconfirmed": st.just(["adopted"]),
    },
)


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    """A few requirements with all that they name; the first two are related."""
    requirements = draw(st.lists(REQUIREMENTS, max_size=3, unique_by=(lambda one: one.id, lambda one: one.code)))
    cited = {citation.instrument for one in requirements for citation in one.citations}
    cited |= {practice.instrument for one in requirements for practice in one.practice if practice.instrument}
    instruments = [Instrument.from_entry({"id": name, **draw(FACTS)}, name) for name in sorted(cited)]
    themes = [Theme(letter, draw(TEXTS)) for letter in sorted({one.theme for one in requirements})]
    relations = [draw(related(*requirements[:2]))] if len(requirements) > 1 else []
    return Bundle(tuple(themes), tuple(instruments), tuple(requirements), tuple(relations))


def related(first: Requirement, second: Requirement) -> st.SearchStrategy[Relation]:
    common = ((1, 1),)
    kind = fitting_kind(common, len(first.elements), len(second.elements))
    return st.builds(Relation, st.just(first.id), st.just(second.id), st.just(kind), st.just(common), TEXTS)
