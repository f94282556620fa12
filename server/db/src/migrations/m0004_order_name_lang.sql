-- The language the cooperative's name was shown in at the sale; of older orders it is not known.
ALTER TABLE orders ADD COLUMN cooperative_name_lang TEXT;
