-- Every run with what it loaded: rows per table, and the documents that its loads brought.
SELECT
    run_id,
    code_version,
    parser_version,
    schema_version,
    started_at,
    finished_at,
    state,
    (
        SELECT list({'table': table_name, 'rows': extracted} ORDER BY table_name)
        FROM (
            SELECT table_name, sum(extracted)::BIGINT AS extracted
            FROM extraction_rows
            JOIN loads USING (load_id)
            WHERE loads.run_id = runs.run_id
            GROUP BY table_name
        )
    ) AS tables,
    (
        SELECT list(
            {'extraction_id': extraction_id, 'document_id': document_id, 'media_type': media_type, 'path': path}
            ORDER BY extraction_id
        )
        FROM extractions
        JOIN loads USING (load_id)
        LEFT JOIN (
            SELECT document_id, min(path) AS path FROM source_files GROUP BY document_id
        ) USING (document_id)
        WHERE loads.run_id = runs.run_id
    ) AS extractions
FROM runs
ORDER BY run_id;
