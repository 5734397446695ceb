-- The claims of some articles that begin in their first $characters characters, as an analyst reads them; all of web pages.
SELECT
    extraction_id,
    claim_no,
    facts.kind,
    line,
    facts.subject,
    facts.predicate,
    facts.population,
    facts.value,
    facts.value_low,
    facts.value_high,
    facts.unit,
    facts.comparator,
    facts.value_kind,
    facts.direction,
    period,
    source,
    instrument,
    source_year,
    facts.modality,
    facts.negated
FROM facts
JOIN claims USING (extraction_id, claim_no)
JOIN extractions USING (extraction_id)
WHERE extraction_id IN (SELECT unnest($articles)) AND (char_start < $characters OR media_type = 'text/html')
ORDER BY extraction_id, claim_no;
