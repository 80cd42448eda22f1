"""Charts as pictures: SVG, written here, without anything that has to be installed."""
