-- Of each document that was ever read, the reading that is shown: that of the published version, else the newest.
CREATE OR REPLACE VIEW readings AS
SELECT extractions.*
FROM extractions
JOIN loads USING (load_id)
CROSS JOIN published_version
QUALIFY row_number() OVER (
    PARTITION BY document_id, media_type
    ORDER BY
        version_name(parser_version, schema_version) = version DESC,
        version_order(version_name(parser_version, schema_version)) DESC,
        committed_at DESC,
        extraction_id
) = 1;

-- What the landing zone says now: the readings of the documents that still lie somewhere.
CREATE OR REPLACE VIEW current_extractions AS
SELECT readings.*, present.path
FROM readings
JOIN (
    SELECT document_id, media_type, min(place_name(path, member)) AS path
    FROM source_files
    WHERE gone_run IS NULL
    GROUP BY document_id, media_type
) AS present USING (document_id, media_type);

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

-- Findings that nobody has waived. `finding_id` stays the same from version to version.
CREATE OR REPLACE VIEW current_findings AS
SELECT findings.*, finding_id(document_id, code, pieces) AS finding_id
FROM findings
JOIN (SELECT extraction_id, document_id FROM current_extractions) AS present USING (extraction_id)
WHERE finding_id(document_id, code, pieces) NOT IN (SELECT subject FROM standing_waivers);

-- Everything that was ever rejected, with where it lies and whether it concerns the landing zone now: rows of current
-- extractions, paths that give no document, and documents that the published version could not read. A waiver that
-- holds turns open into waived.
CREATE OR REPLACE VIEW quarantine_entries AS
WITH places AS (
    SELECT document_id, media_type, min(place_name(path, member)) AS article
    FROM source_files
    WHERE gone_run IS NULL
    GROUP BY document_id, media_type
),
shown AS (
    SELECT document_id, media_type, version_name(parser_version, schema_version) AS version FROM current_extractions
)
SELECT
    quarantine.* REPLACE (
        CASE WHEN quarantine.status = 'open' AND waiver.subject IS NOT NULL THEN 'waived' ELSE quarantine.status END AS status
    ),
    waiver.until AS waived_until,
    waiver.reason AS waived_because,
    coalesce(quarantine.path, places.article) AS article,
    CASE
        WHEN quarantine.extraction_id IS NOT NULL
            THEN quarantine.extraction_id IN (SELECT extraction_id FROM current_extractions)
        WHEN quarantine.document_id IS NULL
            THEN quarantine.path IN (SELECT path FROM source_files WHERE gone_run IS NULL AND document_id IS NULL)
        WHEN version_name(quarantine.parser_version, quarantine.schema_version) = published_version.version
            THEN places.article IS NOT NULL
                AND (shown.version IS NULL OR version_order(shown.version) < version_order(published_version.version))
        ELSE places.article IS NOT NULL AND shown.version IS NULL
    END AS is_current
FROM quarantine
CROSS JOIN published_version
LEFT JOIN places USING (document_id, media_type)
LEFT JOIN shown USING (document_id, media_type)
LEFT JOIN standing_waivers AS waiver ON waiver.subject = quarantine.quarantine_id;

-- What is open in the quarantine and still concerns the landing zone.
CREATE OR REPLACE VIEW current_quarantine AS
SELECT * FROM quarantine_entries WHERE is_current AND status = 'open';

-- What each load brought, per table, before validation.
CREATE OR REPLACE VIEW load_rows AS
SELECT load_id, table_name, sum(extracted)::BIGINT AS extracted
FROM extraction_rows
GROUP BY load_id, table_name;
