-- Claims whose period is over before a year: what may be out of date.
-- $year: the year; by default the current one.
SELECT period_end, period, subject, comparator, value, value_low, value_high, unit, source, article, line, quote
FROM facts
WHERE period_end <= make_date(coalesce($year::INTEGER, year(current_date)), 1, 1)
ORDER BY period_end, article, line, claim_no;
