"""The record as a debate in Akoma Ntoso 3.0, the XML of parliaments (OASIS LegalDocML)."""

from .writer import akn

__all__ = ["akn"]
