-- Numerals that no rule could read: they stand in the ledger as unresolved and want a human eye.
SELECT path AS article, line_no AS line, quote AS numeral, line_text AS source_line
FROM quantities_in_source
JOIN current_extractions USING (extraction_id)
WHERE role = 'unresolved'
ORDER BY article, char_start, line;
