"""A foreign file on the screen, as plain values: what is shown of it, and what can be changed."""
