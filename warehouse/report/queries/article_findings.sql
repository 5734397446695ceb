-- The findings of some articles in the order of their text.
SELECT
    extraction_id,
    finding_no,
    code,
    severity,
    line_start AS line,
    quote,
    expected,
    actual
FROM current_findings
WHERE extraction_id IN (SELECT unnest($articles))
ORDER BY extraction_id, char_start, finding_no;
