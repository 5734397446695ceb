-- The source lines of some articles, as far as their first $characters characters; not those of web pages, which are markup.
SELECT
    extraction_id,
    line_no,
    page,
    char_start,
    left(text, greatest($characters - char_start, 0)) AS text
FROM source_lines
JOIN extractions USING (extraction_id)
WHERE extraction_id IN (SELECT unnest($articles)) AND media_type <> 'text/html' AND char_start < $characters
ORDER BY extraction_id, line_no;
