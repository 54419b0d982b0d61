/** Several models beside each other: what is thought of photos belongs to the model that thinks it. */
export const modelsMigration = `
-- The same table, one set a model: so changing over to another one, and going back, moves nothing.
CREATE TABLE prediction_of_model (
  model_id INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  category_id INTEGER NOT NULL REFERENCES category (id) ON DELETE CASCADE,
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  band TEXT NOT NULL CHECK (band IN ('sure', 'unsure')),
  probability REAL NOT NULL,
  PRIMARY KEY (model_id, category_id, photo_id)
) STRICT, WITHOUT ROWID;
-- Up to now there was one set, made by the judges that were made last.
INSERT INTO prediction_of_model (model_id, category_id, photo_id, band, probability)
  SELECT last.model_id, category_id, photo_id, band, probability FROM prediction
  CROSS JOIN (SELECT coalesce((SELECT max(model_id) FROM classifier), (SELECT max(id) FROM model)) AS model_id) AS last
  WHERE last.model_id IS NOT NULL;
DROP TABLE prediction;
ALTER TABLE prediction_of_model RENAME TO prediction;
CREATE INDEX prediction_by_photo ON prediction (photo_id);

-- Of a model that does not serve: the strictness and choice that its predictions were made under. Another value means that they
-- must be made again before it serves.
ALTER TABLE classifier ADD COLUMN judged_as TEXT;

-- How far judging all photos again has come, which is now one number a model.
UPDATE setting SET key = 'rejudged-through ' || coalesce((SELECT max(model_id) FROM classifier), (SELECT max(id) FROM model))
  WHERE key = 'rejudged-through' AND EXISTS (SELECT 1 FROM model);

-- Ordinary photos for a model that brings none: kept, so that the same photos get the same tags after a restart.
CREATE TABLE background (
  model_id INTEGER PRIMARY KEY REFERENCES model (id) ON DELETE CASCADE,
  -- What they are and from how large a library: "drawn", "library 1000".
  origin TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  -- float16 little-endian, row after row.
  vectors BLOB NOT NULL
) STRICT;
`
