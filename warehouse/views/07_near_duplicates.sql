-- Documents whose text is nearly the same: an agency's copy in two papers, a page and its later edition.

-- A block as its sentences, a table as its rows, each in lower case on one line with plain quotation marks. A cut inside
-- "Dr. Hale" does no harm, as it is made in every copy. One pattern and plain replacements: it runs over all that was read.
CREATE OR REPLACE MACRO sentences_of(words) AS string_split(
    replace(replace(replace(replace(replace(replace(
        regexp_replace(lower(words) || ' ', '[\s|\x{A0}]{2,}|[\n\r\t|\x{A0}]', ' ', 'g'),
    '’', ''''), '“', '"'), '”', '"'), '? ', '. '), '! ', '. '), '。', '. '),
    '. '
);
CREATE OR REPLACE MACRO rows_of(words) AS [trim(entry) FOR entry IN sentences_of(replace(words, chr(10), '. '))];

-- Each document beside the smallest one that it shares text with, which stands for both. `kind` is same_text where four
-- fifths of the longer are shared, contained where four fifths of the shorter are, overlapping where one half is.
CREATE OR REPLACE VIEW near_duplicates AS
WITH numbered AS (
    SELECT
        row_number() OVER (ORDER BY document_id, extraction_id) AS number,
        extraction_id,
        document_id,
        path
    FROM current_extractions
),
-- Shorter sentences are said by chance. Lengths are bytes: a Chinese character, with three, says more than a letter.
sentences AS MATERIALIZED (
    SELECT DISTINCT number, hash(sentence) AS sentence, strlen(sentence) AS bytes
    FROM (
        SELECT
            number,
            unnest(CASE kind WHEN 'table' THEN rows_of(quote) ELSE sentences_of(quote) END) AS sentence
        FROM blocks
        JOIN numbered USING (extraction_id)
        WHERE kind <> 'boilerplate'
    )
    WHERE bytes >= 30
),
-- What stands in more than 20 articles, and in more than one of a hundred, is furniture.
repeated AS (
    SELECT
        sentence,
        min(number) AS first,
        count(*) > greatest(20, (SELECT count(*) FROM current_extractions) / 100) AS is_common
    FROM sentences
    GROUP BY sentence
    HAVING count(*) > 1
),
shared AS MATERIALIZED (SELECT sentences.*, first, is_common FROM sentences JOIN repeated USING (sentence)),
sizes AS (
    SELECT number, sum(bytes) - coalesce(any_value(common), 0) AS size
    FROM sentences
    LEFT JOIN (SELECT number, sum(bytes) AS common FROM shared WHERE is_common GROUP BY number) USING (number)
    GROUP BY number
),
-- A sentence leads to no document but the smallest that has it, and a document to eight at most: the cost grows with the
-- sentences, not with their pairs.
candidates AS (
    SELECT number, first
    FROM shared
    WHERE NOT is_common AND first < number
    GROUP BY number, first
    QUALIFY row_number() OVER (PARTITION BY number ORDER BY sum(bytes) DESC, first) <= 8
),
pairs AS (
    SELECT candidates.number, candidates.first, sum(own.bytes) AS shared_bytes
    FROM candidates
    JOIN shared AS own USING (number)
    JOIN shared AS other ON other.number = candidates.first AND other.sentence = own.sentence
    WHERE NOT own.is_common
    GROUP BY ALL
)
SELECT
    repeat.document_id,
    repeat.path AS article,
    canonical.document_id AS canonical_id,
    canonical.path AS canonical_article,
    CASE
        WHEN shared_bytes >= 0.8 * greatest(own.size, other.size) THEN 'same_text'
        WHEN shared_bytes >= 0.8 * least(own.size, other.size) THEN 'contained'
        ELSE 'overlapping'
    END AS kind,
    round(shared_bytes / least(own.size, other.size), 3) AS shared_of_smaller,
    round(shared_bytes / greatest(own.size, other.size), 3) AS shared_of_larger,
    repeat.extraction_id,
    canonical.extraction_id AS canonical_extraction_id
FROM pairs
JOIN sizes AS own ON own.number = pairs.number
JOIN sizes AS other ON other.number = pairs.first
JOIN numbered AS repeat ON repeat.number = pairs.number
JOIN numbered AS canonical ON canonical.number = pairs.first
WHERE shared_bytes >= greatest(200, 0.5 * least(own.size, other.size));

-- The document that stands for a text: the smallest of those whose text is the same, itself where there is no other.
CREATE OR REPLACE VIEW origins AS
SELECT
    extraction_id,
    coalesce(canonical_extraction_id, extraction_id) AS origin_extraction_id,
    canonical_article AS copy_of
FROM current_extractions
LEFT JOIN (
    SELECT extraction_id, canonical_extraction_id, canonical_article
    FROM near_duplicates
    WHERE kind = 'same_text'
    QUALIFY row_number() OVER (
        PARTITION BY extraction_id ORDER BY canonical_id, canonical_extraction_id
    ) = 1
) AS copies USING (extraction_id);
