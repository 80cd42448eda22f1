"""`python -m plenary_tui` is the command `plenary`."""

from plenary_tui.cli import main

main()
