-- What the landing zone says now: for each document that still lies somewhere, its newest reading.
CREATE OR REPLACE VIEW current_extractions AS
SELECT extractions.*, present.path
FROM extractions
JOIN (
    SELECT document_id, media_type, min(path) AS path
    FROM source_files
    WHERE gone_run IS NULL
    GROUP BY document_id, media_type
) AS present USING (document_id, media_type)
JOIN loads USING (load_id)
QUALIFY row_number() OVER (
    PARTITION BY document_id, media_type
    ORDER BY
        try_cast(string_split(parser_version, '.') AS INTEGER[]) DESC NULLS LAST,
        try_cast(string_split(schema_version, '.') AS INTEGER[]) DESC NULLS LAST,
        committed_at DESC,
        extraction_id
) = 1;

CREATE OR REPLACE VIEW current_source_lines AS
SELECT * FROM source_lines SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_blocks AS
SELECT * FROM blocks SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_source_tables AS
SELECT * FROM source_tables SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_cells AS
SELECT * FROM cells SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_quantities AS
SELECT * FROM quantities SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_attributions AS
SELECT * FROM attributions SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_mentions AS
SELECT * FROM mentions SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_claims AS
SELECT * FROM claims SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_claim_parts AS
SELECT * FROM claim_parts SEMI JOIN current_extractions USING (extraction_id);

CREATE OR REPLACE VIEW current_findings AS
SELECT * FROM findings SEMI JOIN current_extractions USING (extraction_id);

-- What is open in the quarantine and still concerns the landing zone: rows of current extractions, documents that lie
-- there and have no extraction, and paths that give no document.
CREATE OR REPLACE VIEW current_quarantine AS
SELECT quarantine.*
FROM quarantine
WHERE status = 'open'
  AND (
      extraction_id IN (SELECT extraction_id FROM current_extractions)
      OR path IN (SELECT path FROM source_files WHERE gone_run IS NULL AND document_id IS NULL)
      OR EXISTS (
          FROM source_files AS file
          ANTI JOIN current_extractions USING (document_id, media_type)
          WHERE gone_run IS NULL
            AND file.document_id = quarantine.document_id
            AND file.media_type = quarantine.media_type
      )
  );

-- What each load brought, per table, before validation.
CREATE OR REPLACE VIEW load_rows AS
SELECT load_id, table_name, sum(extracted)::BIGINT AS extracted
FROM extraction_rows
GROUP BY load_id, table_name;
