-- Each quarantined row or source with what is wrong with it and where it stands; its quarantine_id is what can be waived.
-- $code: one code, as unknown_term; by default all.
-- $all: true adds what is fixed and what concerns no file of the landing zone any more; by default it is left out.
SELECT
    quarantine_id,
    code,
    CASE WHEN is_current THEN status WHEN status = 'open' THEN 'gone' ELSE status END AS status,
    waived_until,
    article,
    line_start AS line,
    table_name,
    column_name,
    failing_value,
    coalesce(quote, message) AS shown
FROM quarantine_entries
WHERE coalesce($code::VARCHAR, code) = code AND (coalesce($all::BOOLEAN, false) OR (is_current AND status <> 'fixed'))
ORDER BY code, article, char_start, table_name, quarantine_id;
