"""The palette: what can be done now, from the registry of actions, and lines of the notation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from . import Action
from .phrases import ALSO, phrases


class ActionCommands(Provider):
    """Finds the actions of the screen that apply now. The screen has `offered()` and `do`."""

    def _offered(self) -> list[Action]:
        offered: list[Action] = self.screen.offered()  # type: ignore[attr-defined]
        return offered

    async def discover(self) -> Hits:
        """Yield everything that applies now."""
        for action in self._offered():
            yield DiscoveryHit(
                Content(action.says),
                partial(self.screen.run_action, f"do('{action.id}')"),
                text=action.says,
                help=f"{action.shown_key} · {action.group}",
            )

    async def search(self, query: str) -> Hits:
        """Yield what fits the words that were typed."""
        matcher = self.matcher(query)
        for action in self._offered():
            text = f"{action.label}: {action.says}"
            score = _best(matcher.match, (text, *ALSO.get(action.id, ())))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(text),
                    partial(self.screen.run_action, f"do('{action.id}')"),
                    text=text,
                    help=f"{action.shown_key} · {action.group}",
                )


class RoomCommands(ActionCommands):
    """Finds lines of the notation too, by the words people use. The screen is the room."""

    async def search(self, query: str) -> Hits:
        """Yield the actions that fit, and the lines, which are put into the capture line."""
        async for hit in super().search(query):
            yield hit
        matcher = self.matcher(query)
        for phrase in phrases(self.screen.view):  # type: ignore[attr-defined]
            score = _best(matcher.match, (phrase.line, phrase.says, *phrase.also))
            if score > 0:
                text = f"{phrase.line.strip()} … {phrase.says}"
                yield Hit(
                    score,
                    matcher.highlight(text),
                    partial(self.screen.offer_line, phrase.line),  # type: ignore[attr-defined]
                    text=text,
                    help="begins this line; Enter records it",
                )


def _best(match: Callable[[str], float], texts: Iterable[str]) -> float:
    return max(match(text) for text in texts)
