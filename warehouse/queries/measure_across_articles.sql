-- One measure across articles: what each says of it, for when, and who says so. An article that is the copy of another
-- (`copy_of`) confirms nothing.
-- $measure: the measure or a part of its name, as turnover; by default every measure that several articles speak of, copies aside.
WITH told AS MATERIALIZED (FROM facts JOIN origins USING (extraction_id))
SELECT
    measure,
    subject,
    period_start,
    period,
    figure_text(comparator, value, value_low, value_high, unit) AS figure,
    modality,
    source,
    article,
    copy_of,
    line,
    quote
FROM told
WHERE CASE
    WHEN $measure::VARCHAR IS NULL
        THEN measure IN (SELECT measure FROM told GROUP BY measure HAVING count(DISTINCT origin_extraction_id) > 1)
    ELSE contains(measure, lower($measure::VARCHAR))
END
ORDER BY measure, subject, period_start NULLS LAST, article, line, claim_no;
