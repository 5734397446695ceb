-- What is claimed about a named thing, or by it, in the order of time: any of its names in the subject or the source counts.
-- $entity: one of its names, as Harbour Board; without it there are no rows.
WITH names AS (
    SELECT as_words($entity::VARCHAR) AS name
    UNION
    SELECT as_words(alias)
    FROM entity_aliases
    WHERE entity_key IN (SELECT entity_key FROM entity_aliases WHERE as_words(alias) = as_words($entity::VARCHAR))
),
named AS (
    SELECT claim_id, bool_or(coalesce(contains(as_words(source), name), false)) AS is_source
    FROM facts
    JOIN names ON contains(as_words(subject), name) OR contains(as_words(source), name)
    GROUP BY claim_id
)
SELECT
    coalesce(period_start, make_date(source_year, 1, 1), published) AS since,
    period,
    CASE WHEN is_source THEN 'by it' ELSE 'about it' END AS said,
    subject,
    predicate,
    figure_text(comparator, value, value_low, value_high, unit) AS figure,
    source,
    article,
    line,
    quote
FROM facts
JOIN named USING (claim_id)
ORDER BY since NULLS LAST, article, line, claim_no;
