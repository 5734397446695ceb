-- One measure across articles: what each says of it, for when, and who says so.
-- $measure: the measure or a part of its name, as turnover; by default every measure that several articles speak of.
SELECT
    measure,
    subject,
    period_start,
    period,
    figure_text(comparator, value, value_low, value_high, unit) AS figure,
    modality,
    source,
    article,
    line,
    quote
FROM facts
WHERE CASE
    WHEN $measure::VARCHAR IS NULL
        THEN measure IN (SELECT measure FROM facts GROUP BY measure HAVING count(DISTINCT document_id) > 1)
    ELSE contains(measure, lower($measure::VARCHAR))
END
ORDER BY measure, subject, period_start NULLS LAST, article, line, claim_no;
