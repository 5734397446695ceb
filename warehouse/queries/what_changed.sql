-- What changed since the last run, down to the claim: articles that came, went, moved or were edited, and each claim and
-- finding that is new, lost or told otherwise, the old wording and figure beside the new.
-- $since: the run whose state to compare with, or the first day (2026-11-20) whose changes count; by default the run before the last.
SELECT
    what,
    change,
    article,
    about,
    array_to_string(differs, ', ') AS differs,
    old_line,
    new_line,
    old_figure,
    new_figure,
    old_source,
    new_source,
    old_quote,
    new_quote
FROM (
    SELECT 'article' AS what, change, article, nullif(old_article, article) AS old_quote
    FROM places_changed_since($since)
    UNION ALL BY NAME
    SELECT 'claim' AS what, subject AS about, * EXCLUDE (subject, old_claim_id, new_claim_id)
    FROM claims_changed_since($since)
    UNION ALL BY NAME
    SELECT
        'finding' AS what,
        change,
        article,
        code AS about,
        CASE change WHEN 'lost' THEN line END AS old_line,
        CASE change WHEN 'added' THEN line END AS new_line,
        CASE change WHEN 'lost' THEN quote END AS old_quote,
        CASE change WHEN 'added' THEN quote END AS new_quote
    FROM findings_changed_since($since)
)
ORDER BY article, what, coalesce(new_line, old_line), new_quote, old_quote;
