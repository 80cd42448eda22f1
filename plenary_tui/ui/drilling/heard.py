"""What is heard in a drill, line by line: where it stands, and the last turns as far as said."""

from __future__ import annotations

from plenary_tui.documents.drill.result import PRACTICE
from plenary_tui.documents.drill.turns import Turn, moment
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.panels import Line
from plenary_tui.ui.terminal.wrapping import fit, wrap

from .player import DrillPlayer

_EARLIER = 4
"""Turns before the one that is heard that are shown where there is room."""


def heard(player: DrillPlayer, width: int, height: int, play: str, compare: str) -> list[Line]:
    """Return the lines of the panel. play, compare: the keys that play, and show the result."""
    body = _body(player, width, play)[-(height - 1) :]
    return [_head(player, width, play, compare), *body]


def _head(player: DrillPlayer, width: int, play: str, compare: str) -> Line:
    facts = [f"turn {player.begun} of {len(player.turns)}", f"×{player.speed:g}"]
    if player.turn is not None:
        facts.insert(0, f"{moment(player.turn, player.stretch.record):%a %H:%M}")
    if player.is_over:
        state = ("OVER", "warning"), (f" {compare} shows how it went", "head")
    elif not player.playing:
        verb = "goes on" if player.begun else "begins"
        state = ("PAUSED", "warning"), (f" {play} {verb}", "head")
    else:
        left = player.pace.left(player.begun) / player.speed
        state = ("▶", "head"), (f" about {_minutes(left)} left", "quiet")
    taken = len(PRACTICE) + 2 + sum(len(piece) for piece, _ in state)
    words = fit(f" {' · '.join(facts)}  ", max(0, width - taken))
    return ((f" {PRACTICE} ", "marking"), (words, "head"), *state)


def _minutes(seconds: float) -> str:
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours else f"{minutes} min" if minutes else "a minute"


def _body(player: DrillPlayer, width: int, play: str) -> list[Line]:
    if not player.begun:
        before = player.stretch.before
        hint = f"Bring the room there, then {play} begins." if before else f"{play} begins."
        told = [line for one in before for line in wrap(clean_line(one), width, width)]
        return [*(((line, "plain"),) for line in told), ((hint, "quiet"),)]
    lines: list[Line] = []
    for turn in player.turns[max(0, player.begun - 1 - _EARLIER) : player.begun - 1]:
        lines += _turn(turn, turn.words, width, quiet=True)
    turn = player.turns[player.begun - 1]
    lines += _turn(turn, player.words, width, quiet=False)
    left_out = player.pace.left_out(player.begun)
    if left_out and not player.speaks and not player.is_over:
        lines.append(((f"… {_minutes(left_out)} of the session are left out here", "quiet"),))
    return lines


def _turn(turn: Turn, words: str, width: int, *, quiet: bool) -> list[Line]:
    head = clean_line(turn.named)
    mark = "  " if quiet else "▶ "
    said = clean_line(f"{head}: {words}" if head and words else head or words)
    lines = wrap(said, width - 2, width - 2)
    first = lines[0]
    named = min(len(first), len(head) + bool(words)) if head else 0
    styles = ("quiet", "quiet") if quiet else ("current", "plain")
    begin: Line = ((mark, styles[0]), (first[:named], styles[0]), (first[named:], styles[1]))
    return [begin, *((("  " + line, styles[1]),) for line in lines[1:])]
