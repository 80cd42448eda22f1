"""Two copies of a session or two drafts side by side, apart from any screen."""
