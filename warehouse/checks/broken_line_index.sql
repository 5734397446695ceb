-- Source lines that do not count from 1 without a gap, or overlap, and extractions with more or fewer lines than stated.
WITH complete AS (
    SELECT extraction_id, lines
    FROM extractions
    WHERE extraction_id NOT IN (SELECT extraction_id FROM quarantine WHERE table_name = 'source_lines')
)
SELECT extraction_id, line_no, 'out of sequence' AS problem
FROM (
    SELECT
        extraction_id,
        line_no,
        char_start,
        row_number() OVER in_order AS expected_no,
        lag(char_end, 1, 0) OVER in_order AS previous_end
    FROM source_lines
    JOIN complete USING (extraction_id)
    WINDOW in_order AS (PARTITION BY extraction_id ORDER BY line_no)
)
WHERE line_no <> expected_no OR char_start < previous_end
UNION ALL
SELECT extraction_id, lines, 'another number of lines'
FROM complete
LEFT JOIN source_lines USING (extraction_id)
GROUP BY extraction_id, lines
HAVING count(line_no) <> lines;
