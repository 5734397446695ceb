"""What is stated: each figure of a sentence with its subject, predicate, population, time, place, modality, source."""
