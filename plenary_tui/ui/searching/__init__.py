"""What the search shows, as plain values, and the thread that asks the index."""
