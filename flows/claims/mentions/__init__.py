"""Named persons, organisations, roles and acronyms."""
