-- What is wrong with each article's text: code, how grave, line and quote; its finding_id is what can be waived.
SELECT path AS article, title, code, severity, line_start AS line, quote, expected, actual, finding_id
FROM current_findings
JOIN current_extractions USING (extraction_id)
ORDER BY article, char_start, finding_no;
