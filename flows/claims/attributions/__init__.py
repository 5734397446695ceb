"""Who says what: the attributions of a block, each with its source, cue and content."""
