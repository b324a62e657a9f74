"""Large, deterministic sets of made-up claims, for measuring; nothing in them is about anyone."""
