-- Rows that name a row which is not there.
SELECT 'source_lines' AS child, 'extractions' AS parent, extraction_id, line_no AS number
FROM source_lines ANTI JOIN extractions USING (extraction_id)
UNION ALL
SELECT 'blocks', 'extractions', extraction_id, block_no FROM blocks ANTI JOIN extractions USING (extraction_id)
UNION ALL
SELECT 'blocks', 'blocks', extraction_id, block_no
FROM blocks
WHERE parent IS NOT NULL AND (extraction_id, parent) NOT IN (SELECT (extraction_id, block_no) FROM blocks)
UNION ALL
SELECT 'source_tables', 'blocks', extraction_id, table_no
FROM source_tables ANTI JOIN blocks USING (extraction_id, block_no)
UNION ALL
SELECT 'cells', 'source_tables', extraction_id, table_no
FROM cells ANTI JOIN source_tables USING (extraction_id, table_no)
UNION ALL
SELECT 'quantities', 'blocks', extraction_id, quantity_no
FROM quantities ANTI JOIN blocks USING (extraction_id, block_no)
UNION ALL
SELECT 'quantities', 'cells', extraction_id, quantity_no
FROM quantities ANTI JOIN cells USING (extraction_id, table_no, row_no, column_no)
WHERE table_no IS NOT NULL
UNION ALL
SELECT 'attributions', 'blocks', extraction_id, attribution_no
FROM attributions ANTI JOIN blocks USING (extraction_id, block_no)
UNION ALL
SELECT 'mentions', 'blocks', extraction_id, mention_no FROM mentions ANTI JOIN blocks USING (extraction_id, block_no)
UNION ALL
SELECT 'claims', 'blocks', extraction_id, claim_no FROM claims ANTI JOIN blocks USING (extraction_id, block_no)
UNION ALL
SELECT 'claims', 'quantities', extraction_id, claim_no
FROM claims ANTI JOIN quantities USING (extraction_id, quantity_no)
WHERE quantity_no IS NOT NULL
UNION ALL
SELECT 'claims', 'attributions', extraction_id, claim_no
FROM claims ANTI JOIN attributions USING (extraction_id, attribution_no)
WHERE attribution_no IS NOT NULL
UNION ALL
SELECT 'claims', 'cells', extraction_id, claim_no
FROM claims ANTI JOIN cells USING (extraction_id, table_no, row_no, column_no)
WHERE table_no IS NOT NULL
UNION ALL
SELECT 'claim_parts', 'claims', extraction_id, claim_no
FROM claim_parts ANTI JOIN claims USING (extraction_id, claim_no, claim_id)
UNION ALL
SELECT 'findings', 'source_lines', extraction_id, finding_no
FROM findings ANTI JOIN source_lines ON findings.extraction_id = source_lines.extraction_id AND line_start = line_no
UNION ALL
SELECT 'extraction_rows', 'loads', extraction_id, extracted FROM extraction_rows ANTI JOIN loads USING (load_id);
