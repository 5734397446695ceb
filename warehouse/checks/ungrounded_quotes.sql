-- Plain-text rows of one piece on one line whose quote is not what the stored line says there (promise 1).
WITH grounded AS (
    SELECT 'blocks' AS table_name, extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM blocks
    UNION ALL SELECT 'source_tables', extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM source_tables
    UNION ALL SELECT 'cells', extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM cells
    UNION ALL SELECT 'quantities', extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM quantities
    UNION ALL SELECT 'attributions', extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM attributions
    UNION ALL SELECT 'mentions', extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM mentions
    UNION ALL SELECT 'claims', extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM claims
    UNION ALL SELECT 'claim_parts', extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM claim_parts
    UNION ALL SELECT 'findings', extraction_id, line_start, line_end, char_start, char_end, pieces, quote FROM findings
)
SELECT grounded.table_name, grounded.extraction_id, line_no, quote, text
FROM grounded
JOIN extractions ON extractions.extraction_id = grounded.extraction_id AND media_type = 'text/plain'
JOIN source_lines ON source_lines.extraction_id = grounded.extraction_id AND line_no = line_start
WHERE line_start = line_end
  AND len(pieces) = 1
  AND grounded.char_end <= source_lines.char_end
  AND substring(text, grounded.char_start - source_lines.char_start + 1, grounded.char_end - grounded.char_start) <> quote;
