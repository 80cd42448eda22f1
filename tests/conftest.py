"""What every test starts from: nobody's own settings."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from plenary_tui.preferences.reading import VARIABLE


@pytest.fixture(scope="session", autouse=True)
def nobodys_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Look for settings where there are none, in this program and in those it starts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, os.fspath(tmp_path_factory.mktemp("person") / "settings.toml"))
        yield
