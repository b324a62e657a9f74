"""What claims does when sources has news."""
