-- Claims with a figure that name nobody who vouches for it.
SELECT article, line, subject, comparator, value, value_low, value_high, unit, quote, claim_id
FROM facts
WHERE source IS NULL AND kind = 'quantity' AND (value_low IS NOT NULL OR value_high IS NOT NULL)
ORDER BY article, line, claim_no;
