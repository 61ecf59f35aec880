"""What all tests share: properties are judged by what they find, never by how fast this computer is."""

import pytest
from hypothesis import HealthCheck, settings

from benchmarks.workshop import HEAD

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how the engine does against the key of the workshop exercise; the figures have no target."""
    passed = terminalreporter.getreports("passed")
    rows = {str(value) for report in passed for name, value in report.user_properties if name == "workshop"}
    if rows:
        terminalreporter.section("the engine against the key of the workshop exercise (no target)")
        for line in (HEAD, *sorted(rows)):
            terminalreporter.write_line(line)
