-- Who is named as a source in some articles, and by what.
SELECT
    extraction_id,
    attribution_no,
    coalesce(source_entity, source_text) AS source,
    instrument,
    year AS source_year
FROM attributions
WHERE extraction_id IN (SELECT unnest($articles)) AND char_start < $characters
ORDER BY extraction_id, attribution_no;
