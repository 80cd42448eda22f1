"""What can go wrong, as a tree. Every message is one sentence that says what to do.

PlenaryError            anything that a command reports to a person
├── WrongUse            the command was asked for something that it cannot do (exit 2)
├── DoesNotHold         what was checked does not hold (exit 1)
└── StoreError          the record could not be written or read (exit 1)
    ├── LogBusy         another program writes this station's log
    └── NotDurable      the disk refused: full, read-only, or a failed sync
"""

from __future__ import annotations


class PlenaryError(Exception):
    """A failure that a person can do something about; `str()` is the sentence they read."""

    exit_code = 1


class WrongUse(PlenaryError):
    """The command was asked for something that it cannot do."""

    exit_code = 2


class DoesNotHold(PlenaryError):
    """What was checked does not hold."""


class StoreError(PlenaryError):
    """The record could not be written or read."""


class LogBusy(StoreError):
    """Another program writes this station's log."""


class NotDurable(StoreError):
    """An entry could not be made durable; nothing was acknowledged and the text is still yours."""
