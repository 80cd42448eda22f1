"""`plenary plan`: the sections of the communiqué, their order, and whose plan they follow."""

from __future__ import annotations

from pathlib import Path

from .conftest import Desk


def order(told: str) -> list[str]:
    """Return the keys of the sections in what `plan` shows."""
    return [line.split()[0] for line in told.splitlines() if line.startswith("  ")]


def test_it_lists_what_ships_and_shows_the_draft(held: Desk) -> None:
    assert "communique-narrative" in held.ok("plan")
    told = held.ok("plan", "demo")
    assert "follows no plan of its own" in told
    assert order(told)[0] == "meeting" and "1 to 2" in told


def test_the_draft_follows_a_plan_in_every_document(held: Desk) -> None:
    told = held.ok("plan", "demo", "intersessional-note")
    assert "Note on the Intersessional, follows intersessional-note" in told
    assert "Nothing recorded yet:" in told
    text = held.ok("export", "demo", "communique", "--format", "md")
    assert text.startswith("# Note on the Intersessional")
    held.ok("issue", "demo")
    result = held.run("plan", "demo", "communique-classic")
    assert result.exit_code == 0 and "numbered anew" in result.stderr
    first = held.ok("export", "demo", "communique", "--version", "1", "--format", "md")
    assert first.startswith("# Note on the Intersessional")


def test_a_copy_is_changed_and_followed(held: Desk, tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    held.ok("plan", "--copy", "communique-classic", "-o", ours)
    assert "# The final communiqué in its classic form" in ours.read_text("utf-8")
    assert held.run("plan", "--copy", "body-report", "-o", ours).exit_code == 2
    ours.write_text(ours.read_text("utf-8").replace(
        'key = "body-*"', 'key = "body-WGM"\nheading.en = "Mines"\n[[section]]\nkey = "body-*"'
    ), "utf-8")  # fmt: skip
    told = held.ok("plan", "demo", ours)
    assert "follows ours" in told and "Mines" in told
    ours.write_text('[[section]]\nkey = "nxet"\n', "utf-8")
    result = held.run("plan", "demo", ours)
    assert result.exit_code == 2
    assert result.stderr == (
        "ours.toml, line 2: there is no section “nxet”: the nearest is next.\n"
    )


def test_half_a_wish_is_refused(held: Desk, tmp_path: Path) -> None:
    for args in (
        ("plan", "--copy", "body-report"), ("plan", "-o", tmp_path / "x.toml"),
        ("plan", "demo", "no-such-plan"), ("plan", "nosuch"),
    ):  # fmt: skip
        result = held.run(*args)
        assert result.exit_code == 2 and result.stderr.count("\n") == 1


def test_an_intersessional_begins_with_its_own_plan(desk: Desk) -> None:
    desk.ok("new", "mid-year", "--template", "intersessional")
    assert "follows intersessional-note" in desk.ok("plan", "mid-year")
    desk.ok("new", "end-year", "--template", "plenary")
    assert "follows no plan of its own" in desk.ok("plan", "end-year")
