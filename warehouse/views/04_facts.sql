-- One row per current claim, with all that an analyst asks of it.
CREATE OR REPLACE VIEW facts AS
SELECT
    claims.claim_id,
    articles.path AS article,
    articles.title,
    articles.published,
    claims.line_start AS line,
    claims.quote,
    claims.kind,
    claims.subject,
    claims.predicate,
    claims.population,
    claims.measure,
    claims.value,
    claims.value_low,
    claims.value_high,
    claims.unit_kind,
    claims.unit,
    claims.comparator,
    claims.value_kind,
    claims.direction,
    claims.period_text AS period,
    claims.period_start,
    claims.period_end,
    claims.place,
    coalesce(attributions.source_entity, attributions.source_text) AS source,
    attributions.source_kind,
    attributions.instrument,
    attributions.year AS source_year,
    claims.modality,
    claims.negated,
    list_extract(blocks.section_path, -1) AS section,
    claims.comparable_key,
    articles.document_id,
    claims.extraction_id,
    claims.claim_no
FROM claims
JOIN current_extractions AS articles USING (extraction_id)
LEFT JOIN attributions USING (extraction_id, attribution_no)
LEFT JOIN blocks ON blocks.extraction_id = claims.extraction_id AND blocks.block_no = claims.block_no;
