"""Requirements with verdicts, as hypothesis makes them up."""

from dataclasses import replace

from hypothesis import strategies as st

from muvofiq.assessment.heat_map import Standing
from muvofiq.assessment.verdict import Axis, verdicts_on
from muvofiq.standards.vocabulary import Group, Stage
from tests.standards.small import citing

SEEN = st.builds(
    Standing,
    st.builds(
        lambda letter, number, groups, stages: replace(
            citing("crc art. 1"),
            id=f"{letter.lower()}-{number}",
            code=f"{letter}{number:02}",
            groups=tuple(sorted(groups)),
            stages=tuple(sorted(stages)),
        ),
        st.sampled_from("ABCD"),
        st.integers(1, 99),
        st.sets(st.sampled_from(Group), min_size=1, max_size=4),
        st.sets(st.sampled_from(Stage), min_size=1, max_size=4),
    ),
    st.sampled_from(verdicts_on(Axis.LAW)),
    st.sampled_from(verdicts_on(Axis.PRACTICE)),
)
KEPT = SEEN.map(lambda one: Standing(one.requirement, None, None))
SCOPES = st.lists(st.one_of(SEEN, SEEN, KEPT), max_size=25)
