-- The run that this state of the warehouse comes from.
SELECT
    run_id,
    code_version,
    parser_version,
    schema_version,
    started_at,
    finished_at,
    state
FROM runs
ORDER BY started_at DESC, run_id DESC
LIMIT 1;
