/** Teaching: choices, examples that are no photos of the library, and what a judge learned from answers. */
export const teachingMigration = `
-- Categories of which exactly one holds. Its members are the categories that name it, by choice_position.
CREATE TABLE choice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- 1: a photo may show none of them.
  allows_none INTEGER NOT NULL DEFAULT 1,
  created_at_ms INTEGER NOT NULL,
  -- Kept for undo; a removed choice has no members.
  removed_at_ms INTEGER
) STRICT;

ALTER TABLE category ADD COLUMN choice_id INTEGER REFERENCES choice (id);
ALTER TABLE category ADD COLUMN choice_position INTEGER NOT NULL DEFAULT 0;
-- 1: Winnow's surest guesses teach it too, where that helps.
ALTER TABLE category ADD COLUMN use_hints INTEGER NOT NULL DEFAULT 0;

-- Pictures from outside the library that teach a category, as vectors; the files are not kept.
CREATE TABLE example (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  category_id INTEGER NOT NULL REFERENCES category (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- Of the file's bytes, as photo.content_hash, where it is known: a photo of the library with this hash is the same picture.
  content_hash TEXT,
  -- In whose space the vector lies; both null for an import that brought hashes only.
  model_id INTEGER REFERENCES model (id),
  -- float16 little-endian, unit length before rounding.
  vector BLOB,
  verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no')),
  source TEXT NOT NULL CHECK (source IN ('person', 'import')),
  added_at_ms INTEGER NOT NULL,
  removed_at_ms INTEGER,
  CHECK ((model_id IS NULL) = (vector IS NULL))
) STRICT;
CREATE INDEX example_by_category ON example (category_id);

-- What answers made of the words (core/learning/teach-classifier.ts); null while there are none. float32 little-endian.
ALTER TABLE classifier ADD COLUMN lesson BLOB;
-- JSON: how it was tested and calibrated, so that precision and reasons can be told without learning again.
ALTER TABLE classifier ADD COLUMN teaching TEXT;

-- Without band and probability: after an answer thousands of these change, which now lie side by side, category by category.
DROP INDEX prediction_by_photo;
CREATE INDEX prediction_by_photo ON prediction (photo_id);

-- The same table; an answer may also come from a file that the person imported.
CREATE TABLE decision_with_import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  photo_id INTEGER NOT NULL REFERENCES photo (id),
  category_id INTEGER NOT NULL REFERENCES category (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'undecided')),
  decided_at_ms INTEGER NOT NULL,
  -- 'person': answered here · 'undo', 'redo': restored by the person · 'carried': the same answer, on the edited version of
  -- the photo · 'import': came with a category file that the person took in.
  source TEXT NOT NULL CHECK (source IN ('person', 'undo', 'redo', 'carried', 'import')),
  -- How far above the cut Winnow's score was just before, in log-odds: whether the answer surprised it. Null where not known.
  margin_before REAL
) STRICT;
INSERT INTO decision_with_import (id, photo_id, category_id, verdict, decided_at_ms, source)
  SELECT id, photo_id, category_id, verdict, decided_at_ms, source FROM decision;
DROP TABLE decision;
ALTER TABLE decision_with_import RENAME TO decision;
CREATE INDEX decision_by_pair ON decision (category_id, photo_id, id DESC);
CREATE INDEX decision_by_photo ON decision (photo_id);
`
