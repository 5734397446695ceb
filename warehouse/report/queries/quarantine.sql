-- The open quarantine by code: how many rows, and the first $examples of them with where they come from and why.
SELECT
    quarantine.code,
    count(*) OVER one_code AS total,
    quarantine.extraction_id,
    coalesce(quarantine.path, articles.path, files.path) AS path,
    line_start AS line,
    stage,
    table_name,
    column_name,
    failing_value,
    quote,
    message
FROM current_quarantine AS quarantine
LEFT JOIN current_extractions AS articles USING (extraction_id)
LEFT JOIN (
    SELECT document_id, media_type, min(path) AS path
    FROM source_files
    WHERE gone_run IS NULL
    GROUP BY document_id, media_type
) AS files ON (files.document_id, files.media_type) = (quarantine.document_id, quarantine.media_type)
WINDOW one_code AS (PARTITION BY quarantine.code)
QUALIFY row_number() OVER (one_code ORDER BY path, quarantine.table_name, char_start, quarantine_id) <= $examples
ORDER BY quarantine.code, path, quarantine.table_name, char_start, quarantine_id;
