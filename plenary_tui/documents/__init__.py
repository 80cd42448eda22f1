"""What is written from the record: one composer a register, one writer a format.

A composer takes a Record and returns a draft; a writer turns any draft into its format. Nothing
here knows of files or of seals: the caller hands over the record that may be read, which is
`open_record(record)` unless a person asked for the whole of it.
"""
