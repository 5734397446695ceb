-- The blocks of some web pages, as far as their first $characters visible characters: the source text of their pieces.
WITH shown AS (
    SELECT extraction_id, block_no, line_start, quote, pieces
    FROM blocks
    JOIN extractions USING (extraction_id)
    WHERE extraction_id IN (SELECT unnest($articles)) AND media_type = 'text/html' AND kind <> 'boilerplate'
    QUALIFY
        sum(length(quote)) OVER (PARTITION BY extraction_id ORDER BY block_no) - length(quote) < $characters
),
stretched AS (
    SELECT extraction_id, block_no, piece.start AS char_start, piece."end" AS char_end
    FROM (SELECT extraction_id, block_no, unnest(pieces) AS piece FROM shown)
),
sliced AS (
    SELECT
        extraction_id,
        block_no,
        stretched.char_start,
        string_agg(
            substring(
                text,
                greatest(stretched.char_start - line.char_start, 0) + 1,
                least(stretched.char_end, line.char_end) - greatest(stretched.char_start, line.char_start)
            ),
            chr(10)
            ORDER BY line_no
        ) AS text
    FROM stretched
    JOIN source_lines AS line USING (extraction_id)
    WHERE line.char_start < stretched.char_end AND line.char_end > stretched.char_start
    GROUP BY extraction_id, block_no, stretched.char_start
)
SELECT
    extraction_id,
    any_value(line_start) AS line_no,
    any_value(quote) AS quote,
    list(char_start ORDER BY char_start) AS starts,
    list(text ORDER BY char_start) AS texts
FROM shown
JOIN sliced USING (extraction_id, block_no)
GROUP BY extraction_id, block_no
ORDER BY extraction_id, block_no;
