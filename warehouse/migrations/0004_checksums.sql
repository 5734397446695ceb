-- What the accepted rows of an extraction say, as one number: see `warehouse.checksums`. NULL: entered before there were any.
ALTER TABLE extraction_rows ADD COLUMN checksum UBIGINT;
