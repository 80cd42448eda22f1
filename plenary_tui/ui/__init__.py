"""The screens. Nothing else imports Textual; what can be told without a screen stands in modules
here that do not import it either (conductor, tail, rows, views, actions, gavel)."""
