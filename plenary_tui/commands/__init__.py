"""The commands: one a file, named as it is typed, and what they share."""
