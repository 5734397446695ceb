-- The ledger: what ran, what was loaded, and which document lay where and when. Times are UTC.
CREATE TABLE runs (
    run_id VARCHAR PRIMARY KEY,
    flow_run_id VARCHAR,
    code_version VARCHAR NOT NULL,
    parser_version VARCHAR NOT NULL,
    schema_version VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    state VARCHAR NOT NULL,
    counts JSON
);

CREATE TABLE loads (
    load_id VARCHAR PRIMARY KEY,
    run_id VARCHAR NOT NULL,
    committed_at TIMESTAMP NOT NULL
);

-- How many rows an extraction had before validation: what was accepted and what is in quarantine must add up to it.
CREATE TABLE extraction_rows (
    extraction_id VARCHAR,
    table_name VARCHAR,
    extracted BIGINT NOT NULL,
    load_id VARCHAR NOT NULL,
    PRIMARY KEY (extraction_id, table_name)
);

-- An interval: the document lay at this place from first_run until gone_run; NULL means it still does.
-- member and byte_offset say where in an archive; a plain file has '' and 0. A path that gave no bytes has no document.
CREATE TABLE source_files (
    path VARCHAR,
    member VARCHAR,
    byte_offset BIGINT,
    document_id VARCHAR,
    media_type VARCHAR,
    url VARCHAR,
    size BIGINT,
    mtime_ns BIGINT,
    first_run VARCHAR,
    gone_run VARCHAR,
    PRIMARY KEY (path, member, byte_offset, first_run)
);
