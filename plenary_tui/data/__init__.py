"""What ships with the program: the words of the notation, the roster, the templates."""
