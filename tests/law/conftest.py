"""What the tests of the law share: a clock."""

import time
from collections.abc import Iterator

import pytest


@pytest.fixture
def quick() -> Iterator[None]:
    """Fail if the test takes more than five seconds, as a badly written pattern would: it takes minutes."""
    begin = time.process_time()
    yield
    assert time.process_time() - begin < 5
