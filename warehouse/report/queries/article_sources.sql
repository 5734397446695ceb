-- Who is named as a source in some articles, and by what.
SELECT
    extraction_id,
    attribution_no,
    coalesce(source_entity, source_text) AS source,
    instrument,
    year AS source_year
FROM attributions
JOIN extractions USING (extraction_id)
WHERE extraction_id IN (SELECT unnest($articles)) AND (char_start < $characters OR media_type = 'text/html')
ORDER BY extraction_id, attribution_no;
