"""How the balance of the debate is looked at on a screen. Pure: numbers to lines of text."""
