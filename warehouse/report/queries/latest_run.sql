-- The run that this state of the warehouse comes from, and how many runs there were.
SELECT
    run_id,
    code_version,
    parser_version,
    schema_version,
    started_at,
    finished_at,
    state,
    (SELECT count(*) FROM runs) AS runs
FROM runs
ORDER BY started_at DESC, run_id DESC
LIMIT 1;
