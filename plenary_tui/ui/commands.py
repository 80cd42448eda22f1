"""The palette: what can be done now, from the registry of actions."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from .actions import Action


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
            score = matcher.match(text)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(text),
                    partial(self.screen.run_action, f"do('{action.id}')"),
                    text=text,
                    help=f"{action.shown_key} · {action.group}",
                )
