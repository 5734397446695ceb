-- The parser and schema version that readers are shown: the one published last, and until then the first that was loaded.
CREATE OR REPLACE VIEW published_version AS
SELECT coalesce(
    (SELECT max_by(subject, decision_no) FROM decisions WHERE kind = 'publish'),
    (
        SELECT arg_min(version_name(parser_version, schema_version), (committed_at, extraction_id))
        FROM extractions
        JOIN loads USING (load_id)
    )
) AS version;

-- Until when people have waived a quarantine row or a finding, by its identifier; the last word holds.
CREATE OR REPLACE VIEW waivers AS
SELECT
    subject,
    max_by(reason, decision_no) AS reason,
    max_by(until, decision_no) AS until,
    max(decided_at) AS decided_at
FROM decisions
WHERE kind = 'waive'
GROUP BY subject;

-- Waivers that still hold: the day of `until` is the first on which they no longer do.
CREATE OR REPLACE VIEW standing_waivers AS
SELECT * FROM waivers WHERE until > current_date;

-- Documents that are never to be read again, until they are remembered.
CREATE OR REPLACE VIEW forgotten AS
SELECT subject AS document_id, arg_max_null(reason, decision_no) AS reason, max(decided_at) AS decided_at
FROM decisions
WHERE kind IN ('forget', 'remember')
GROUP BY subject
HAVING max_by(kind, decision_no) = 'forget';
