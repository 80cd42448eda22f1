"""One open session on a thread of its own, and what it tells: no disk ever holds up a key."""
