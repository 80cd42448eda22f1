"""Word documents: the only place that loads python-docx and lxml."""

from .writer import word

__all__ = ["word"]
