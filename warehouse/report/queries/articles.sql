-- The first $listed articles, those that need most attention first: what they are, and the counts that say so.
WITH found AS (
    SELECT
        extraction_id,
        count(*) FILTER (severity = 'error') AS errors,
        count(*) FILTER (severity = 'warning') AS warnings,
        count(*) FILTER (severity = 'info') AS notes
    FROM current_findings
    GROUP BY extraction_id
),
claimed AS (
    SELECT
        extraction_id,
        count(*) AS claims,
        count(*) FILTER (is_figure) AS figures,
        count(*) FILTER (is_figure AND source IS NOT NULL) AS sourced_figures
    FROM (
        SELECT *, kind = 'quantity' AND (value_low IS NOT NULL OR value_high IS NOT NULL) AS is_figure FROM facts
    )
    GROUP BY extraction_id
),
paged AS (
    SELECT
        extraction_id,
        sum(length(quote)) FILTER (kind <> 'boilerplate')::BIGINT AS visible,
        count(*) FILTER (kind = 'boilerplate') AS set_aside
    FROM blocks
    SEMI JOIN (FROM extractions WHERE media_type = 'text/html') USING (extraction_id)
    GROUP BY extraction_id
),
tabled AS (SELECT extraction_id, count(*) AS source_tables FROM source_tables GROUP BY extraction_id),
rejected AS (
    SELECT extraction_id, count(*) AS quarantined
    FROM current_quarantine
    WHERE extraction_id IS NOT NULL
    GROUP BY extraction_id
)
SELECT
    extraction_id,
    document_id,
    media_type,
    path,
    title,
    author,
    published,
    modified,
    language,
    url,
    encoding,
    lines,
    characters,
    if(media_type = 'text/html', coalesce(visible, 0), characters) AS visible,
    coalesce(set_aside, 0) AS set_aside,
    run_id = $run AS is_new,
    coalesce(source_tables, 0) AS source_tables,
    coalesce(claims, 0) AS claims,
    coalesce(figures, 0) AS figures,
    coalesce(sourced_figures, 0) AS sourced_figures,
    coalesce(errors, 0) AS errors,
    coalesce(warnings, 0) AS warnings,
    coalesce(notes, 0) AS notes,
    coalesce(quarantined, 0) AS quarantined
FROM current_extractions
JOIN loads USING (load_id)
LEFT JOIN found USING (extraction_id)
LEFT JOIN claimed USING (extraction_id)
LEFT JOIN paged USING (extraction_id)
LEFT JOIN tabled USING (extraction_id)
LEFT JOIN rejected USING (extraction_id)
ORDER BY
    coalesce(errors, 0) DESC,
    coalesce(warnings, 0) DESC,
    coalesce(quarantined, 0) DESC,
    coalesce(notes, 0) DESC,
    path,
    extraction_id
LIMIT $listed;
