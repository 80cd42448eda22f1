"""plenary-tui: runs plenary and intersessional agendas live and keeps their record."""

__version__ = "0.1.0"
