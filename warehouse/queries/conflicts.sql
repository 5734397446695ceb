-- Articles that contradict each other: the same measure of the same thing in overlapping periods, at figures that cannot
-- both be true, each with its source line. Where `same_copy` holds, they are editions of one text: rather a correction.
WITH copies AS MATERIALIZED (FROM origins)
SELECT
    conflicts.comparable_key,
    conflicts.period_start,
    conflicts.period_end,
    figure_text(low.comparator, low.value, low.value_low, low.value_high, low.unit) AS low_figure,
    low.source AS low_source,
    source_of(low.claim_id) AS low_line,
    figure_text(high.comparator, high.value, high.value_low, high.value_high, high.unit) AS high_figure,
    high.source AS high_source,
    source_of(high.claim_id) AS high_line,
    low_copy.origin_extraction_id = high_copy.origin_extraction_id AS same_copy
FROM conflicts
JOIN facts AS low ON low.claim_id = low_claim_id
JOIN facts AS high ON high.claim_id = high_claim_id
JOIN copies AS low_copy ON low_copy.extraction_id = low.extraction_id
JOIN copies AS high_copy ON high_copy.extraction_id = high.extraction_id
ORDER BY conflicts.comparable_key, low_line, high_line;
