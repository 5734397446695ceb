-- What the warehouse holds now, in one row; figures are those of prose, which must name their source in a sentence.
WITH articles AS (
    SELECT extraction_id, run_id = $run AS is_new FROM current_extractions JOIN loads USING (load_id)
),
claimed AS (
    SELECT
        count(*) AS claims,
        count(*) FILTER (is_new) AS new_claims,
        count(*) FILTER (is_figure) AS figures,
        count(*) FILTER (is_figure AND source IS NOT NULL) AS sourced_figures
    FROM (
        SELECT *, kind = 'quantity' AND (value_low IS NOT NULL OR value_high IS NOT NULL) AS is_figure
        FROM facts
        JOIN articles USING (extraction_id)
    )
),
found AS (
    SELECT
        count(*) FILTER (severity = 'error') AS errors,
        count(*) FILTER (severity = 'warning') AS warnings,
        count(*) FILTER (severity = 'info') AS notes
    FROM current_findings
)
SELECT
    (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM articles WHERE is_new) AS new_articles,
    (SELECT count(*) FROM current_source_tables) AS source_tables,
    claimed.*,
    found.*,
    (SELECT count(*) FROM current_quarantine) AS quarantined
FROM claimed, found;
