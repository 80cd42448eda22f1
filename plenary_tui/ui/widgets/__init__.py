"""The widgets. What they show comes to them as plain values; none knows the record."""
