"""The grammar of an English sentence: parts of speech, noun phrases, verb groups and clauses."""
