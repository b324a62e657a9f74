"""Claims from a spreadsheet: read, matched to columns, checked row by row, then logged.

Nothing is kept between the steps but what the person's own page holds, so that leaving it leaves
nothing behind. A claim comes in as by hand (``claims.intake``) and waits for an editor.
"""
