"""What a command of the command line puts into the record beside typed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plenary_tui.errors import DoesNotHold

if TYPE_CHECKING:
    from plenary_tui.record.kinds import Kind
    from plenary_tui.settings import Settings
    from plenary_tui.store.capture import Answer, Capture
    from plenary_tui.store.session import Session


def entered(capture: Capture, command: Kind) -> Answer:
    """Record a command. Raises DoesNotHold where a rule refuses it, with the ways out."""
    from plenary_tui.store.clock import local_now

    prepared = capture.scribe.enter(command, local_now())
    if prepared.verdict != "ok":
        ways = ", or ".join(prepared.ways_out)
        said = ": ".join(part for part in (prepared.why, ways) if part)
        raise DoesNotHold(f"{said[:1].upper()}{said[1:]}.")
    return capture.enter(command)


def remember_whole(session: Session, settings: Settings, what: str) -> None:
    """Record that sealed words leave the session, before they do."""
    from plenary_tui.record.kinds import Provenance
    from plenary_tui.store.capture import Capture

    with Capture(session, settings.writer, live=True) as capture:
        capture.enter(Provenance(act="exported_whole", text=what, in_camera=True))
