-- Figures of prose that name no source, as they are stated: the first $examples of each article, the silent ones first.
SELECT
    article,
    extraction_id,
    count(*) OVER (PARTITION BY extraction_id) AS total,
    line,
    facts.quote,
    quantities.quote AS figure
FROM facts
JOIN claims USING (extraction_id, claim_no)
JOIN quantities USING (extraction_id, quantity_no)
WHERE facts.kind = 'quantity' AND source IS NULL AND (facts.value_low IS NOT NULL OR facts.value_high IS NOT NULL)
QUALIFY row_number() OVER (PARTITION BY extraction_id ORDER BY line, claim_no) <= $examples
ORDER BY total DESC, article, extraction_id, line, claim_no;
