"""Languages, words, text analysis, detection, terms."""
