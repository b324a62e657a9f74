"""Training the tagger on labelled articles: ``make train-reader DATA=FOLDER``.

Needs numpy and python-crfsuite, which reading itself does not.
"""
