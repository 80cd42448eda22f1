"""Looking instead of reading: what the record adds up to, as numbers, tables, and charts of them.

Numbers come first, with the entries that they rest on; whoever draws them draws nothing else.
They are for the Chair's eyes: no other document holds them.
"""

from .figures import Adding, Figures, figures

__all__ = ["Adding", "Figures", "figures"]
