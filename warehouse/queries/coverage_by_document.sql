-- How much was got out of each article: lines, numerals by fate, tables, claims, share with a source, findings, rejects.
SELECT
    path AS article,
    title,
    lines,
    characters,
    (SELECT count(*) FROM source_tables AS t WHERE t.extraction_id = e.extraction_id) AS tables,
    (SELECT count(*) FROM quantities AS q WHERE q.extraction_id = e.extraction_id) AS numerals,
    (SELECT count(*) FROM quantities AS q WHERE q.extraction_id = e.extraction_id AND role = 'value') AS values,
    (SELECT count(*) FROM quantities AS q WHERE q.extraction_id = e.extraction_id AND role = 'unresolved') AS unresolved,
    (SELECT count(*) FROM claims AS c WHERE c.extraction_id = e.extraction_id) AS claims,
    (SELECT count(attribution_no) FROM claims AS c WHERE c.extraction_id = e.extraction_id) AS claims_with_source,
    (SELECT count(*) FROM findings AS f WHERE f.extraction_id = e.extraction_id) AS findings,
    (SELECT count(*) FROM quarantine AS q WHERE q.extraction_id = e.extraction_id AND status = 'open') AS quarantined
FROM current_extractions AS e
ORDER BY article;
