"""The review desk: one thing to decide a page, by keys or buttons, then the next.

Every queue is walked in the same way; what it shows and which decisions it offers stands in a
module of its own. The decisions are those of the admin's pages: the desk adds no rule.
"""
