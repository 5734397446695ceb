-- Every current claim with the text around it, as the block shows it.
SELECT
    claims.claim_id,
    claims.kind,
    claims.quote,
    claims.char_start,
    claims.char_end,
    claims.subject,
    claims.predicate,
    claims.population,
    claims.value,
    claims.value_low,
    claims.value_high,
    claims.unit,
    claims.comparator,
    claims.period_edtf AS period,
    claims.modality,
    claims.negated,
    coalesce(attributions.source_entity, attributions.source_text) AS source,
    blocks.quote AS block_quote,
    blocks.char_start AS block_start,
    articles.document_id,
    articles.media_type,
    articles.language,
    articles.url,
    articles.path
FROM current_claims AS claims
JOIN current_extractions AS articles USING (extraction_id)
JOIN blocks USING (extraction_id, block_no)
LEFT JOIN attributions USING (extraction_id, attribution_no)
ORDER BY claims.extraction_id, claims.claim_no;
