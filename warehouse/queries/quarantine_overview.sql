-- What is in quarantine, by stage, table and code: how many rows, of how many documents, with one example.
SELECT
    stage,
    table_name,
    code,
    column_name,
    count(*) AS rows,
    count(DISTINCT coalesce(document_id, path)) AS documents,
    min(coalesce(quote, message, failing_value)) AS example
FROM current_quarantine
GROUP BY ALL
ORDER BY rows DESC, stage, table_name, code, column_name;
