"""What the tests of the shipped sessions are given."""

from __future__ import annotations

import pytest

from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting

from .shipped import TRAINING, session


@pytest.fixture
def record() -> Record:
    """The record of the training session."""
    return session(TRAINING).record


@pytest.fixture
def meeting(record: Record) -> Meeting:
    """The Meeting of the training session."""
    return record.meeting
