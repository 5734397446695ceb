-- Pieces of blocks that start before the piece in front of them ends (promise 2: blocks tile the text).
SELECT extraction_id, block_no, piece_start, previous_end
FROM (
    SELECT
        extraction_id,
        block_no,
        piece.start AS piece_start,
        lag(piece."end") OVER (PARTITION BY extraction_id ORDER BY piece.start, piece."end") AS previous_end
    FROM (SELECT extraction_id, block_no, unnest(pieces) AS piece FROM blocks)
)
WHERE piece_start < previous_end;
