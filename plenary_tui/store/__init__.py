"""Where the record lies: logs, what is sealed, what is being typed."""
