"""What menus and pickers offer, and what a line becomes by them. Pure: no Textual."""
