-- Rows that share their number with another of the same extraction (promise 5: nothing is doubled).
SELECT 'extractions' AS table_name, extraction_id, 0 AS number, count(*) AS copies
FROM extractions GROUP BY ALL HAVING copies > 1
UNION ALL
SELECT 'source_lines', extraction_id, line_no, count(*) AS copies FROM source_lines GROUP BY ALL HAVING copies > 1
UNION ALL
SELECT 'blocks', extraction_id, block_no, count(*) AS copies FROM blocks GROUP BY ALL HAVING copies > 1
UNION ALL
SELECT 'source_tables', extraction_id, table_no, count(*) AS copies FROM source_tables GROUP BY ALL HAVING copies > 1
UNION ALL
SELECT 'quantities', extraction_id, quantity_no, count(*) AS copies FROM quantities GROUP BY ALL HAVING copies > 1
UNION ALL
SELECT 'attributions', extraction_id, attribution_no, count(*) AS copies FROM attributions GROUP BY ALL HAVING copies > 1
UNION ALL
SELECT 'mentions', extraction_id, mention_no, count(*) AS copies FROM mentions GROUP BY ALL HAVING copies > 1
UNION ALL
SELECT 'claims', extraction_id, claim_no, count(*) AS copies FROM claims GROUP BY ALL HAVING copies > 1
UNION ALL
SELECT 'findings', extraction_id, finding_no, count(*) AS copies FROM findings GROUP BY ALL HAVING copies > 1;
