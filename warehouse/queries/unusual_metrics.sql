-- How the last run differs from the usual: each metric that is not at its median over the runs before, first those beyond
-- all that these runs had.
-- $runs: how many runs before the last are looked back to; by default 14.
WITH recent AS (
    SELECT *, dense_rank() OVER (ORDER BY run_id DESC) AS age FROM metrics
    QUALIFY age <= 1 + coalesce($runs::INTEGER, 14)
)
SELECT
    metric,
    any_value(value) FILTER (age = 1) AS last,
    median(value) FILTER (age > 1) AS usual,
    min(value) FILTER (age > 1) AS lowest,
    max(value) FILTER (age > 1) AS highest,
    last NOT BETWEEN lowest AND highest AS is_new_extreme
FROM recent
GROUP BY metric
HAVING last <> usual
ORDER BY is_new_extreme DESC, abs(last - usual) / greatest(abs(last), abs(usual)) DESC, metric;
