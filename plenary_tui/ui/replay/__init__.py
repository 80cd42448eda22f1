"""A past session seen again, without a screen: where one is in it, and where one can go."""
