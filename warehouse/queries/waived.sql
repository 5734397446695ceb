-- What people have waived, quarantine and findings alike: until when, why, and whether the waiver still holds.
SELECT
    waivers.subject AS waived,
    coalesce(rejected.code, found.code) AS code,
    coalesce(rejected.article, found.article) AS article,
    coalesce(rejected.quote, rejected.message, found.quote) AS shown,
    waivers.reason,
    waivers.until,
    waivers.until > current_date AS holds
FROM waivers
LEFT JOIN quarantine_entries AS rejected ON rejected.quarantine_id = waivers.subject
LEFT JOIN (
    SELECT finding_id(document_id, code, pieces) AS finding_id, code, path AS article, quote
    FROM findings
    JOIN current_extractions USING (extraction_id)
) AS found ON found.finding_id = waivers.subject
ORDER BY waivers.until, waived;
