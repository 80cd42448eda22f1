"""The draft screen's values, without a screen: what it shows, what it offers, what it asks."""
