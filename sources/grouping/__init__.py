"""Which articles tell of one event: grouping a stream of texts, with nothing but the texts."""
