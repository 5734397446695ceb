-- The source lines of some articles, as far as their first $characters characters.
SELECT
    extraction_id,
    line_no,
    char_start,
    left(text, greatest($characters - char_start, 0)) AS text
FROM source_lines
WHERE extraction_id IN (SELECT unnest($articles)) AND char_start < $characters
ORDER BY extraction_id, line_no;
