-- What is to be seen in the text of some articles, stretch by stretch: its layer, the row it belongs to, its place.
-- A figure without a source shows that by itself, so the finding that says so is not drawn over its sentence.
WITH marked AS (
    SELECT
        CASE WHEN kind IN ('boilerplate', 'table', 'heading') THEN kind ELSE 'read' END AS layer,
        extraction_id,
        block_no AS number,
        pieces
    FROM blocks
    UNION ALL
    SELECT if(is_header, 'header', 'read'), extraction_id, row_no, pieces
    FROM cells
    UNION ALL
    SELECT 'claim', extraction_id, claim_no, pieces
    FROM claims
    WHERE kind <> 'cell'
    UNION ALL
    SELECT 'figure', claims.extraction_id, claim_no, quantities.pieces
    FROM claims
    JOIN quantities USING (extraction_id, quantity_no)
    WHERE claims.value_low IS NOT NULL OR claims.value_high IS NOT NULL
    UNION ALL
    SELECT 'source', extraction_id, attribution_no, source_pieces
    FROM attributions
    UNION ALL
    SELECT 'cue', extraction_id, attribution_no, cue_pieces
    FROM attributions
    UNION ALL
    SELECT 'finding', extraction_id, finding_no, pieces
    FROM findings
    WHERE code <> 'unsourced_figure'
)
SELECT extraction_id, layer, number, piece.start AS char_start, piece."end" AS char_end
FROM (SELECT * EXCLUDE (pieces), unnest(pieces) AS piece FROM marked WHERE extraction_id IN (SELECT unnest($articles)))
JOIN extractions USING (extraction_id)
WHERE piece.start < $characters OR media_type = 'text/html'
ORDER BY extraction_id, char_start, char_end DESC, layer, number;
