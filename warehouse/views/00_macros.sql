-- What views and queries say often.

-- A version of parser and schema by one name, and what it sorts by: its numbers, so that 10 comes after 9.
CREATE OR REPLACE MACRO version_name(parser, contract) AS parser || '/' || contract;

CREATE OR REPLACE MACRO version_order(version) AS [
    coalesce(try_cast(string_split(part, '.') AS INTEGER[]), []) FOR part IN string_split(version, '/')
];

-- A place by one name: a member of an archive is told as if the archive were a folder.
CREATE OR REPLACE MACRO place_name(path, inside) AS CASE WHEN inside = '' THEN path ELSE path || '/' || inside END;

-- Stable while the document and the place in it are: a finding that is made again is the same finding.
CREATE OR REPLACE MACRO finding_id(document, code, pieces) AS
    left(sha256(concat_ws('|', document, code, to_json(pieces)::VARCHAR)), 32);

-- A figure as a person would write it: "over 30 percent", "5 to 10 USD"; NULL where there is none.
CREATE OR REPLACE MACRO figure_text(comparator, exact, low, high, unit) AS
    CASE WHEN low IS NOT NULL OR high IS NOT NULL THEN concat_ws(
        ' ',
        CASE WHEN comparator NOT IN ('eq', 'between') THEN replace(comparator, '_', ' ') END,
        CASE
            WHEN exact IS NULL AND low < high THEN format('{:,.12g} to {:,.12g}', low, high)
            ELSE format('{:,.12g}', coalesce(exact, low, high))
        END,
        unit
    ) END;

-- Text as its words in lower case between single spaces, so that one name can be looked for in another: " harbour board ".
CREATE OR REPLACE MACRO as_words(words) AS
    ' ' || trim(regexp_replace(lower(words), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ';
