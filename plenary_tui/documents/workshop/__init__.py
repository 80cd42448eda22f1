"""The communiqué's workshop: a draft composed from the record, under the hands of those who
negotiate it. What they touched or issued stands as they left it; the rest is composed."""
