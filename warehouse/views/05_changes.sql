-- What changed since a run or a day: table macros, so that any query can say since when.

-- The last run whose state is looked back to: the one that is named, the last before the day that is named, or, where
-- nothing is said, the one before the last that was completed. Run identifiers sort by time.
CREATE OR REPLACE MACRO run_before(since) AS coalesce(
    CASE WHEN regexp_matches(since, '^\d{4}-\d\d-\d\d$') THEN replace(since, '-', '') ELSE since END,
    (SELECT run_id FROM runs WHERE state = 'completed' ORDER BY run_id DESC LIMIT 1 OFFSET 1),
    ''
);

-- A sentence with a sign in the place of each figure: the same for all that differ in figures alone.
CREATE OR REPLACE MACRO without_figures(sentence) AS regexp_replace(sentence, '\p{N}[\p{N}.,]*', '#', 'g');

-- Places that hold another document than then: one that came, went, moved here, or was edited.
CREATE OR REPLACE MACRO places_changed_since(since) AS TABLE
WITH looked_back AS (SELECT run_before(since) AS run_id),
before AS (
    SELECT place_name(path, member) AS article, {'id': document_id, 'type': media_type} AS document
    FROM source_files, looked_back
    WHERE document_id IS NOT NULL AND first_run <= run_id AND (gone_run IS NULL OR gone_run > run_id)
),
after AS (
    SELECT place_name(path, member) AS article, {'id': document_id, 'type': media_type} AS document
    FROM source_files
    WHERE document_id IS NOT NULL AND gone_run IS NULL
),
differing AS (
    SELECT article, before.document AS old_document, after.document AS new_document
    FROM before
    FULL JOIN after USING (article)
    WHERE old_document IS DISTINCT FROM new_document
),
moved AS (
    SELECT min(went.article) AS old_article, min(came.article) AS article, document
    FROM (SELECT article, old_document AS document FROM differing WHERE new_document IS NULL) AS went
    JOIN (SELECT article, new_document AS document FROM differing WHERE old_document IS NULL) AS came USING (document)
    GROUP BY document
)
SELECT
    CASE WHEN old_document IS NULL THEN 'added' WHEN new_document IS NULL THEN 'lost' ELSE 'changed' END AS change,
    article,
    article AS old_article,
    old_document,
    new_document
FROM differing
WHERE article NOT IN (SELECT unnest([old_article, article]) FROM moved)
UNION ALL
SELECT 'moved', article, old_article, document, document
FROM moved;

-- The readings of what lay there then and lies there now: one row per side, none for a document that only moved.
CREATE OR REPLACE MACRO sides_changed_since(since) AS TABLE
SELECT article, side.name AS side, extraction_id
FROM (
    SELECT article, unnest([{'name': 'old', 'document': old_document}, {'name': 'new', 'document': new_document}]) AS side
    FROM places_changed_since(since)
    WHERE change <> 'moved'
)
JOIN readings ON {'id': readings.document_id, 'type': readings.media_type} = side.document;

-- Claims of these readings that are not told in the same way on both sides, each with what it may be known by again:
-- `frame`, its sentence without figures, and `about`, what it measures; the n-th on one side answers the n-th on the other.
CREATE OR REPLACE MACRO claims_told_otherwise_since(since) AS TABLE
WITH stated AS (
    SELECT
        article,
        side,
        claims.kind,
        claims.claim_id,
        claim_no,
        claims.line_start AS line,
        claims.quote,
        subject,
        figure_text(comparator, value, value_low, value_high, unit) AS figure,
        coalesce(source_entity, source_text) AS source,
        list_extract(section_path, -1) AS section,
        MAP {
            'figure': concat_ws(' ', figure, value_kind),
            'source': source,
            'period': period_text,
            'modality': concat_ws(' ', modality, CASE WHEN negated THEN 'negated' END),
            'wording': concat_ws('|', claims.quote, subject, predicate, population, place)
        } AS told,
        without_figures(claims.quote) AS frame,
        [
            coalesce(subject_key, subject), coalesce(measure, predicate), population, unit_kind, period_edtf, section
        ] AS about,
        list_distinct(regexp_extract_all(lower(claims.quote), '[\p{L}\p{N}]+')) AS words,
        row_number() OVER (PARTITION BY article, side, claims.kind, told ORDER BY claim_no) AS nth_told
    FROM sides_changed_since(since)
    JOIN claims USING (extraction_id)
    LEFT JOIN attributions USING (extraction_id, attribution_no)
    LEFT JOIN blocks ON blocks.extraction_id = claims.extraction_id AND blocks.block_no = claims.block_no
)
SELECT
    *,
    row_number() OVER (PARTITION BY article, side, kind, frame ORDER BY claim_no) AS nth_frame,
    row_number() OVER (PARTITION BY article, side, kind, about ORDER BY claim_no) AS nth_about
FROM (FROM stated QUALIFY count(*) OVER (PARTITION BY article, kind, told, nth_told) = 1);

-- Claims that are new, lost, or told otherwise: the old beside the new. Two are one claim when they are the same sentence
-- but for its figures, else the same measure of the same thing, else when each is the other's likest, with most words in
-- common (an article with more than a million pairs left to compare by words was rewritten: its claims came and went).
CREATE OR REPLACE MACRO claims_changed_since(since) AS TABLE
WITH told AS MATERIALIZED (FROM claims_told_otherwise_since(since)),
olds AS (FROM told WHERE side = 'old'),
news AS (FROM told WHERE side = 'new'),
known_again AS MATERIALIZED (
    SELECT article, old_claim, new_claim
    FROM (
        SELECT article, olds.claim_id AS old_claim, news.claim_id AS new_claim, 1 AS turn
        FROM olds
        JOIN news USING (article, kind, frame, nth_frame)
        WHERE kind <> 'cell'
        UNION ALL
        SELECT article, olds.claim_id, news.claim_id, 2
        FROM olds
        JOIN news USING (article, kind, about, nth_about)
        WHERE about[1] IS NOT NULL
    )
    QUALIFY row_number() OVER (PARTITION BY article, old_claim ORDER BY turn) = 1
        AND row_number() OVER (PARTITION BY article, new_claim ORDER BY turn) = 1
),
unknown AS MATERIALIZED (
    SELECT *
    FROM told
    WHERE kind <> 'cell'
      AND (article, claim_id) NOT IN (SELECT (article, unnest([old_claim, new_claim])) FROM known_again)
    WINDOW one_article AS (PARTITION BY article)
    QUALIFY count(*) FILTER (side = 'old') OVER one_article * count(*) FILTER (side = 'new') OVER one_article <= 1000000
),
alike AS (
    SELECT
        article,
        old.claim_id AS old_claim,
        new.claim_id AS new_claim,
        len(list_intersect(old.words, new.words)) / greatest(len(old.words), len(new.words)) AS likeness
    FROM (FROM unknown WHERE side = 'old') AS old
    JOIN (FROM unknown WHERE side = 'new') AS new USING (article, kind)
    WHERE likeness >= 0.6
),
pairs AS (
    FROM known_again
    UNION ALL
    SELECT article, old_claim, new_claim
    FROM alike
    QUALIFY row_number() OVER (PARTITION BY article, old_claim ORDER BY likeness DESC, new_claim) = 1
        AND row_number() OVER (PARTITION BY article, new_claim ORDER BY likeness DESC, old_claim) = 1
)
SELECT
    CASE WHEN olds.article IS NULL THEN 'added' WHEN news.article IS NULL THEN 'lost' ELSE 'changed' END AS change,
    coalesce(news.article, olds.article) AS article,
    coalesce(news.subject, olds.subject) AS subject,
    CASE WHEN pairs.article IS NOT NULL THEN [
        part FOR part IN map_keys(olds.told) IF olds.told[part] IS DISTINCT FROM news.told[part]
    ] END AS differs,
    olds.line AS old_line,
    news.line AS new_line,
    olds.figure AS old_figure,
    news.figure AS new_figure,
    olds.source AS old_source,
    news.source AS new_source,
    olds.quote AS old_quote,
    news.quote AS new_quote,
    olds.claim_id AS old_claim_id,
    news.claim_id AS new_claim_id
FROM olds
LEFT JOIN pairs ON pairs.article = olds.article AND old_claim = olds.claim_id
FULL JOIN news ON news.article = pairs.article AND news.claim_id = new_claim;

-- Findings that one side has and the other has not; one whose sentence has other figures now is no news.
CREATE OR REPLACE MACRO findings_changed_since(since) AS TABLE
WITH found AS (
    SELECT
        article,
        side,
        code,
        line_start AS line,
        quote,
        without_figures(quote) AS frame,
        row_number() OVER (PARTITION BY article, side, code, frame ORDER BY char_start, finding_no) AS nth
    FROM sides_changed_since(since)
    JOIN findings USING (extraction_id)
)
SELECT CASE side WHEN 'old' THEN 'lost' ELSE 'added' END AS change, article, code, line, quote
FROM found
QUALIFY count(*) OVER (PARTITION BY article, code, frame, nth) = 1;
