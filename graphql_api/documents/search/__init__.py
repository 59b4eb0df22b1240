"""Search over the documents: words are analysed here, PostgreSQL only compares them.

analysis     what a text's words are in its language; `languages` holds the rules
entries      what a document gives to search, written beside it
words        all words of all entries, to widen a query by compounds and around typing errors
queries      what somebody typed, as expressions over words
hits         the documents found: counted, ranked, a page of them, in one statement
excerpts     where in a text the words stand
"""
