"""The readers' pages: one query set and one template each, no script, no cookie."""
