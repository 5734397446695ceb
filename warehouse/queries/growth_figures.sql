-- Rises and falls: what changed, which way, by how much or to what level, when, and who says so.
SELECT
    subject,
    coalesce(direction, CASE WHEN value < 0 THEN 'down' ELSE 'up' END) AS direction,
    comparator,
    value,
    value_low,
    value_high,
    unit,
    value_kind,
    period,
    source,
    article,
    line,
    quote
FROM facts
WHERE direction IS NOT NULL OR value_kind IN ('change', 'relative_change')
ORDER BY article, line, claim_no;
