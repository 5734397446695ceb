-- The number ledger by role: what became of every numeral.
SELECT role, count(*) AS numerals
FROM current_quantities
GROUP BY role
ORDER BY numerals DESC, role;
