-- Rows beside the source lines that they were read from: one row per line of evidence.
CREATE OR REPLACE VIEW claims_in_source AS
SELECT claims.*, source_lines.line_no, source_lines.text AS line_text
FROM claims
JOIN source_lines USING (extraction_id)
WHERE source_lines.line_no BETWEEN claims.line_start AND claims.line_end;

CREATE OR REPLACE VIEW quantities_in_source AS
SELECT quantities.*, source_lines.line_no, source_lines.text AS line_text
FROM quantities
JOIN source_lines USING (extraction_id)
WHERE source_lines.line_no BETWEEN quantities.line_start AND quantities.line_end;

CREATE OR REPLACE VIEW attributions_in_source AS
SELECT attributions.*, source_lines.line_no, source_lines.text AS line_text
FROM attributions
JOIN source_lines USING (extraction_id)
WHERE source_lines.line_no BETWEEN attributions.line_start AND attributions.line_end;

CREATE OR REPLACE VIEW cells_in_source AS
SELECT cells.*, source_lines.line_no, source_lines.text AS line_text
FROM cells
JOIN source_lines USING (extraction_id)
WHERE source_lines.line_no BETWEEN cells.line_start AND cells.line_end;

CREATE OR REPLACE VIEW findings_in_source AS
SELECT findings.*, source_lines.line_no, source_lines.text AS line_text
FROM findings
JOIN source_lines USING (extraction_id)
WHERE source_lines.line_no BETWEEN findings.line_start AND findings.line_end;
