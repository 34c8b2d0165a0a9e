"""What holds for every test: the network is closed, a skip fails under CI=true, and the programs of tests/parts.py."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
import structlog

from tests import network, parts


def pytest_configure() -> None:
    network.close()
    # The default draws each traceback with every local, which takes half a second of the loop under test.
    plainly = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, plainly])


Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _fail_if_skipped(report: Report) -> Report:
    is_expected_failure = hasattr(report, "wasxfail")
    if os.environ.get("CI") == "true" and report.skipped and not is_expected_failure:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped, and under CI=true nothing may be: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _fail_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _fail_if_skipped((yield))


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's path; tests that need it are skipped by name where there is none."""
    return parts.chromium() or pytest.skip("Chromium is not installed (make test installs it on Debian as root)")


@pytest.fixture(scope="session")
def postgres_bin() -> Path:
    """The folder of PostgreSQL's server programs; tests that need it are skipped by name where there is none."""
    return parts.postgres_bin() or pytest.skip("PostgreSQL is not installed (make test installs it on Debian as root)")
