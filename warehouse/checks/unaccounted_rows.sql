-- Tables of an extraction whose accepted and quarantined rows do not add up to the extracted ones (promise 3).
-- What was fixed is history: the row that took its place is among the accepted.
WITH accepted AS (
    SELECT 'extractions' AS table_name, extraction_id FROM extractions
    UNION ALL SELECT 'source_lines', extraction_id FROM source_lines
    UNION ALL SELECT 'blocks', extraction_id FROM blocks
    UNION ALL SELECT 'source_tables', extraction_id FROM source_tables
    UNION ALL SELECT 'cells', extraction_id FROM cells
    UNION ALL SELECT 'quantities', extraction_id FROM quantities
    UNION ALL SELECT 'attributions', extraction_id FROM attributions
    UNION ALL SELECT 'mentions', extraction_id FROM mentions
    UNION ALL SELECT 'claims', extraction_id FROM claims
    UNION ALL SELECT 'claim_parts', extraction_id FROM claim_parts
    UNION ALL SELECT 'findings', extraction_id FROM findings
),
counted AS (
    SELECT table_name, extraction_id, count(*) AS accepted, 0 AS quarantined FROM accepted GROUP BY ALL
    UNION ALL
    SELECT table_name, extraction_id, 0, count(*) FROM quarantine WHERE stage = 'validate' AND status <> 'fixed' GROUP BY ALL
),
found AS (
    SELECT table_name, extraction_id, sum(accepted) AS accepted, sum(quarantined) AS quarantined
    FROM counted GROUP BY ALL
)
SELECT table_name, extraction_id, extracted, accepted, quarantined
FROM found
FULL JOIN extraction_rows USING (table_name, extraction_id)
WHERE coalesce(accepted + quarantined, 0) <> coalesce(extracted, 0);
