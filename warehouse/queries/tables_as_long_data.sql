-- Every cell that is no header as a row of its own: article, table, row and column label, text, figure, and its source line.
SELECT
    path AS article,
    cells.table_no,
    source_tables.caption,
    array_to_string(row_path, ' / ') AS row_label,
    array_to_string(column_path, ' / ') AS column_label,
    cells.quote AS cell,
    cell_type,
    value,
    value_low,
    value_high,
    unit,
    period_text AS period,
    cells.line_start AS line,
    source_lines.text AS source_line
FROM cells
JOIN current_extractions USING (extraction_id)
JOIN source_tables USING (extraction_id, table_no)
JOIN source_lines ON source_lines.extraction_id = cells.extraction_id AND line_no = cells.line_start
WHERE NOT is_header
ORDER BY article, table_no, row_no, column_no;
