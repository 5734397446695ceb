-- Every figure with what it is about and the year it holds for: subject, measure, value, unit, source, article, line.
-- $topic: a word of the topic; by default all.
-- $year: the year; by default all.
SELECT
    coalesce(measure, subject, section, '') AS topic,
    coalesce(year(period_start), source_year, year(published)) AS year,
    subject,
    comparator,
    value,
    value_low,
    value_high,
    unit,
    source,
    article,
    line,
    quote
FROM facts
WHERE (value_low IS NOT NULL OR value_high IS NOT NULL)
  AND contains(lower(topic), coalesce(lower($topic::VARCHAR), lower(topic)))
  AND year IS NOT DISTINCT FROM coalesce($year::INTEGER, year)
ORDER BY topic, year, article, line, claim_no;
