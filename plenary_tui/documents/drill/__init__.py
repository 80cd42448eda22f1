"""A drill: the turns of a past session as one hears them, and what was typed laid beside them.

Pure: two records and the course of a drill give rows, a summary, a document.
"""
