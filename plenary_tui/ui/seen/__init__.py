"""What the room shows, taken from the Meeting as plain values."""
