"""What a terminal is: its keys and letters, its colours, its signals, and how it ends."""
