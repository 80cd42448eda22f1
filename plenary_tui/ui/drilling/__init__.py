"""A drill without a screen: where it is in the session, what is heard, what it came to."""
