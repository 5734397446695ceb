-- Named sources, how many claims they vouch for, in how many articles, and one of their claims.
SELECT
    source,
    any_value(source_kind) AS source_kind,
    count(*) AS claims,
    count(DISTINCT article) AS articles,
    arg_min(quote, (article, line, claim_no)) AS example
FROM facts
WHERE source IS NOT NULL AND source_kind IS DISTINCT FROM 'pronoun'
GROUP BY source
ORDER BY claims DESC, source;
