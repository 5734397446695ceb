-- What is not claimed as fact: plans, forecasts, estimates and hedged statements, with the period they speak of.
SELECT modality, subject, comparator, value, value_low, value_high, unit, period, source, article, line, quote
FROM facts
WHERE modality <> 'asserted'
ORDER BY modality, article, line, claim_no;
