-- What is in quarantine, by stage, table and code: how many rows are open and waived, of how many documents, with an example.
SELECT
    stage,
    table_name,
    code,
    column_name,
    count(*) FILTER (status = 'open') AS rows,
    count(*) FILTER (status = 'waived') AS waived,
    count(DISTINCT coalesce(document_id, path)) AS documents,
    min(coalesce(quote, message, failing_value)) AS example
FROM quarantine_entries
WHERE is_current AND status <> 'fixed'
GROUP BY ALL
ORDER BY rows DESC, stage, table_name, code, column_name;
