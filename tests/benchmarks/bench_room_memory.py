"""What the room holds after a day: `python tests/benchmarks/bench_room_memory.py`.

Eight hours at 12 entries a minute are 5,760 entries. They are entered in a running room, one
after the other and each seen on disk: the speaker typed, the words pasted, since letter by letter
this lasts a quarter of an hour. Prints beside it what a bare Textual app holds, and judges nothing.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks.screens import bare, environment, opened, session

ENTRIES = 8 * 60 * 12
STEP = 720
SPEAKERS = (b"NV", b"OS", b"TR", b"KE", b"GDA")
TEXT = (
    b"proposes that the sub-team on alluvial mines meets between the sessions with the technical"
    b" secretariat, and that it reports to the plenary on number %d."
)


def main() -> None:
    """Type a day into a room, and print what it holds meanwhile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = environment(folder)
        session(folder, "day", 1)
        plain = bare(env)
        plain.until(b"bare-app-ready")
        plain.take(1.0)
        print(f"a bare app: {plain.memory():.0f} MiB")
        plain.end()
        with opened(env, "day") as one:
            one.send(b"Sitting: Plenary\r")
            one.quiet(0.3)
            one.send(b"Opened:\r")
            one.quiet(0.3)
            print(f"the room after start: {one.memory():.0f} MiB (goal 60)", flush=True)
            for number in range(1, ENTRIES + 1):
                text = TEXT % number
                one.send(SPEAKERS[number % len(SPEAKERS)] + b": \x1b[200~" + text + b"\x1b[201~")
                one.until(b"%d." % number)
                one.quiet(0.016)  # what comes without any rest is taken for a paste
                one.send(b"\r")
                one.until("✓".encode(), b"%d." % number)
                if number % STEP == 0:
                    hours = number / 12 / 60
                    print(f"after {hours:.0f} hours, {number} entries: {one.memory():.0f} MiB"
                          f"{' (goal 90)' if number == ENTRIES else ''}", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
