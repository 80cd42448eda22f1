"""The signs of a replay: each says by its form what it is."""

MATCHES = "▸"
"""Behind the time of what a filter looks at."""
DECISION, OBJECTION, BOTH = "●", "▲", "◆"
BARS = " ▁▂▃▄▅▆▇█"
"""How much was said, from nothing to the most."""
SITS, STOPS = "━", "┄"
"""A sitting, and where it was suspended."""
