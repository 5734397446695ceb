-- What the warehouse holds now, in one row: counts that a run enters in the ledger when it ends. Figures are those of prose.
CREATE OR REPLACE VIEW holdings AS
SELECT
    (SELECT count(*) FROM current_extractions) AS articles,
    count(*) AS claims,
    count(*) FILTER (is_figure) AS figures,
    count(source) FILTER (is_figure) AS sourced_figures,
    (SELECT count(*) FROM current_quantities) AS numerals,
    (SELECT count(*) FROM current_quantities WHERE role = 'unresolved') AS unresolved_numerals,
    (SELECT count(*) FROM current_findings) AS findings,
    (SELECT count(*) FROM current_quarantine) AS quarantined
FROM (
    SELECT
        kind = 'quantity' AND (value_low IS NOT NULL OR value_high IS NOT NULL) AS is_figure,
        coalesce(source_entity, source_text) AS source
    FROM current_claims
    LEFT JOIN attributions USING (extraction_id, attribution_no)
);

-- One row per completed run and metric, to see what drifts from night to night: every count that the run entered in the
-- ledger (documents, rows.claims, findings.teaser, holdings.figures ...), the seconds that it took, and shares.
-- A table or code that a run did not count was not there: 0. What an older release did not count has no row.
CREATE OR REPLACE VIEW metrics AS
WITH completed AS (FROM runs WHERE state = 'completed'),
counted AS (
    SELECT run_id, substr(fullkey, 3) AS metric, atom::DOUBLE AS value
    FROM completed, json_tree(counts)
    WHERE type IN ('UBIGINT', 'BIGINT', 'DOUBLE')
),
absent AS (
    SELECT run_id, metric, 0 AS value
    FROM completed
    CROSS JOIN (SELECT DISTINCT metric FROM counted WHERE regexp_matches(metric, '^(rows|findings|quarantine|failed_checks)\.'))
    ANTI JOIN counted USING (run_id, metric)
),
shares AS (
    SELECT run_id, share.name AS metric, sum(value) FILTER (metric = share.part) / sum(value) FILTER (metric = share.whole) AS value
    FROM counted
    CROSS JOIN (
        VALUES
            ({'name': 'share.sourced', 'part': 'holdings.sourced_figures', 'whole': 'holdings.figures'}),
            ({'name': 'share.unresolved', 'part': 'holdings.unresolved_numerals', 'whole': 'holdings.numerals'})
    ) AS shares(share)
    GROUP BY run_id, share
)
SELECT run_id, started_at, metric, value
FROM completed
JOIN (
    FROM counted
    UNION ALL
    FROM absent
    UNION ALL
    FROM shares WHERE isfinite(value)
    UNION ALL
    SELECT run_id, 'seconds', round(epoch(finished_at - started_at), 1) FROM completed
) USING (run_id);
