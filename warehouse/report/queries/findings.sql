-- Findings by code: how many there are of each, and the first $examples of them in the order of articles and text.
SELECT
    findings.code,
    count(*) OVER one_code AS total,
    extraction_id,
    path,
    findings.line_start AS line,
    quote,
    expected,
    actual
FROM current_findings AS findings
JOIN current_extractions USING (extraction_id)
WINDOW one_code AS (PARTITION BY findings.code)
QUALIFY row_number() OVER (
    PARTITION BY findings.code ORDER BY path, extraction_id, char_start, finding_no
) <= $examples
ORDER BY findings.code, path, extraction_id, char_start, finding_no;
