-- Figures that are NaN or infinite, which no arithmetic survives.
SELECT 'cells' AS table_name, extraction_id, quote FROM cells
WHERE NOT (isfinite(coalesce(value, 0)) AND isfinite(coalesce(value_low, 0)) AND isfinite(coalesce(value_high, 0)))
UNION ALL
SELECT 'quantities', extraction_id, quote FROM quantities
WHERE NOT (isfinite(coalesce(value, 0)) AND isfinite(coalesce(value_low, 0)) AND isfinite(coalesce(value_high, 0)))
UNION ALL
SELECT 'claims', extraction_id, quote FROM claims
WHERE NOT (isfinite(coalesce(value, 0)) AND isfinite(coalesce(value_low, 0)) AND isfinite(coalesce(value_high, 0)));
