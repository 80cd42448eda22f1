"""The display for the projector: it reads the record, and shows what everybody may see."""
