-- Loads without their run, places with two documents at once, and documents of the ledger that were never read.
SELECT 'load without run' AS problem, load_id AS what FROM loads ANTI JOIN runs USING (run_id)
UNION ALL
SELECT 'two documents at one place', path
FROM source_files
WHERE gone_run IS NULL
GROUP BY path, member, byte_offset
HAVING count(*) > 1
UNION ALL
SELECT 'neither read nor rejected', path
FROM source_files
WHERE gone_run IS NULL
  AND document_id IS NOT NULL
  AND document_id NOT IN (SELECT document_id FROM forgotten)
  AND document_id NOT IN (SELECT document_id FROM extractions)
  AND document_id NOT IN (SELECT document_id FROM quarantine WHERE document_id IS NOT NULL);
