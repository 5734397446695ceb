-- What only the whole corpus shows: who and what is named in it, and which articles contradict each other.

-- Every name that a named thing goes by, and how often.
CREATE OR REPLACE VIEW entity_aliases AS
SELECT entity_key, alias, count(*) AS mentions
FROM (SELECT entity_key, unnest(list_distinct([name, short, long])) AS alias FROM current_mentions)
WHERE entity_key IS NOT NULL AND alias IS NOT NULL
GROUP BY entity_key, alias;

-- Named things by their normal form; the name and the kind that are used most stand for it.
CREATE OR REPLACE VIEW entities AS
WITH named AS (
    SELECT entity_key, name, kind, count(*) AS mentions FROM current_mentions WHERE entity_key IS NOT NULL GROUP BY ALL
)
SELECT
    entity_key,
    arg_min(name, (-mentions, name)) AS name,
    arg_min(kind, (-mentions, kind)) AS kind,
    sum(mentions)::BIGINT AS mentions,
    (SELECT count(DISTINCT extraction_id) FROM current_mentions AS all_of WHERE all_of.entity_key = named.entity_key) AS articles
FROM named
GROUP BY entity_key;

-- Two articles that put the same measure of the same thing, in periods that overlap, at figures that cannot both be true.
-- Plans and forecasts contradict nothing; nor does a claim whose period is not known.
CREATE OR REPLACE VIEW conflicts AS
WITH told AS (
    SELECT *, coalesce(value_low, '-infinity') AS lowest, coalesce(value_high, 'infinity') AS highest
    FROM facts
    WHERE comparable_key IS NOT NULL
      AND (value_low IS NOT NULL OR value_high IS NOT NULL)
      AND period_start < period_end
      AND modality IN ('asserted', 'estimated')
      AND NOT negated
)
SELECT
    lower_one.comparable_key,
    lower_one.claim_id AS low_claim_id,
    upper_one.claim_id AS high_claim_id,
    greatest(lower_one.period_start, upper_one.period_start) AS period_start,
    least(lower_one.period_end, upper_one.period_end) AS period_end
FROM told AS lower_one
JOIN told AS upper_one USING (comparable_key)
WHERE lower_one.highest < upper_one.lowest
  AND lower_one.period_start < upper_one.period_end
  AND upper_one.period_start < lower_one.period_end
  AND lower_one.document_id <> upper_one.document_id
  AND lower_one.unit IS NOT DISTINCT FROM upper_one.unit
  AND lower_one.value_kind IS NOT DISTINCT FROM upper_one.value_kind;

-- Where a claim stands, in one line: "ferries.txt:3: According to the Harbour Board, ..."; NULL for one that is gone.
CREATE OR REPLACE MACRO source_of(claim) AS (
    SELECT arg_min(format('{}:{}: {}', path, line_no, line_text), line_no)
    FROM claims_in_source
    JOIN current_extractions USING (extraction_id)
    WHERE claim_id = claim
);
