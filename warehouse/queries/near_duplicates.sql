-- Articles whose text is nearly the same as another's: what stands in both was said once, and confirms nothing. Each with
-- the one that stands for both, how they are alike, and which share of the shorter and of the longer text they have in common.
SELECT
    article,
    canonical_article,
    near_duplicates.kind,
    shared_of_smaller,
    shared_of_larger,
    copies.published,
    canonicals.published AS canonical_published
FROM near_duplicates
JOIN current_extractions AS copies USING (extraction_id)
JOIN current_extractions AS canonicals ON canonicals.extraction_id = canonical_extraction_id
ORDER BY canonical_article, article;
