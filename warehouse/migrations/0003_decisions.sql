-- What people decided, in the order in which they did; nothing is ever taken back, a later decision outweighs an earlier.
-- kind: publish (subject: parser/schema version), forget and remember (a document), waive (a quarantine row or a finding).
CREATE TABLE decisions (
    decision_no BIGINT PRIMARY KEY,
    decided_at TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    reason VARCHAR,
    until DATE
);

-- A warehouse from before versions were published shows the newest that it holds, as it did.
INSERT INTO decisions
SELECT 1, now() AT TIME ZONE 'UTC', 'publish', parser_version || '/' || schema_version, 'the newest when versions came', NULL
FROM extractions
ORDER BY
    try_cast(string_split(parser_version, '.') AS INTEGER[]) DESC NULLS LAST,
    try_cast(string_split(schema_version, '.') AS INTEGER[]) DESC NULLS LAST
LIMIT 1;
