-- The open quarantine by code: how many rows, and the first $examples of them with where they come from and why.
WITH present AS (
    SELECT document_id, media_type, min(path) AS present_path
    FROM source_files
    WHERE gone_run IS NULL
    GROUP BY document_id, media_type
)
SELECT
    code,
    count(*) OVER one_code AS total,
    extraction_id,
    coalesce(path, present_path) AS path,
    line_start AS line,
    table_name,
    column_name,
    failing_value,
    quote,
    message
FROM current_quarantine
LEFT JOIN present USING (document_id, media_type)
WINDOW one_code AS (PARTITION BY code)
QUALIFY row_number() OVER (
    PARTITION BY code ORDER BY coalesce(path, present_path), table_name, char_start, quarantine_id
) <= $examples
ORDER BY code, coalesce(path, present_path), table_name, char_start, quarantine_id;
