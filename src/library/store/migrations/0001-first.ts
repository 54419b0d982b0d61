/** The first schema. Names are the domain's (docs/architecture.md, "The words"). */
export const firstMigration = `
CREATE TABLE folder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL DEFAULT 'ready' CHECK (status IN ('ready', 'scanning', 'offline', 'unreadable')),
  notice TEXT,
  added_at_ms INTEGER NOT NULL,
  last_scan_at_ms INTEGER,
  -- A removed folder is kept (with its files) so that undo brings it back; purged at a start 30 days later.
  removed_at_ms INTEGER
) STRICT;

-- Content. Made when a file is found (content_hash still null), merged when the hash turns out to be known.
CREATE TABLE photo (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  content_hash TEXT UNIQUE,
  width_px INTEGER,
  height_px INTEGER,
  average_colour INTEGER,
  media_type TEXT,
  -- The camera's wall clock as if UTC; the file's local modification time until and unless EXIF has one.
  taken_at_ms INTEGER NOT NULL,
  taken_at_source TEXT NOT NULL CHECK (taken_at_source IN ('exif', 'file')),
  camera TEXT,
  lens TEXT,
  exposure TEXT,
  latitude REAL,
  longitude REAL,
  thumbnail_version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX photo_by_time ON photo (taken_at_ms DESC, id DESC);

CREATE TABLE file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  -- Below the folder, '/' between names, in the spelling (normal form) the file system gave.
  relative_path TEXT NOT NULL,
  -- The part of relative_path up to and with its last '/'; '' for a file directly in the folder.
  directory TEXT NOT NULL AS (rtrim(relative_path, replace(relative_path, '/', ''))) VIRTUAL,
  size_bytes INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  photo_id INTEGER REFERENCES photo (id),
  -- found: seen by the scan · looked: head read · ready: thumbnail and embedding are there · failed: see failure
  -- · missing: was there at an earlier scan (kept, for moves and drives that come back) · unsupported: a type not read yet,
  -- or (failure_code 'in-the-cloud') a placeholder whose bytes are not on this computer. Those need no photo.
  state TEXT NOT NULL CHECK (state IN ('found', 'looked', 'ready', 'failed', 'missing', 'unsupported')),
  -- 1: size and time are those at which photo_id's hash was taken from this file. An edit clears it until it is read again.
  verified INTEGER NOT NULL DEFAULT 0,
  failure_code TEXT,
  failure_message TEXT,
  failed_at_ms INTEGER,
  -- How often the worker died with this file in flight; at two it is failed as 'crashes-the-decoder'.
  crash_count INTEGER NOT NULL DEFAULT 0,
  missing_since_ms INTEGER,
  UNIQUE (folder_id, relative_path)
) STRICT;
CREATE INDEX file_by_photo ON file (photo_id);
CREATE INDEX file_by_state ON file (state, folder_id);
CREATE INDEX file_by_directory ON file (folder_id, directory, state);

CREATE TABLE model (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- "winnow-starter@0.2.0": embeddings of another version are another space.
  name TEXT NOT NULL UNIQUE,
  embedding_dim INTEGER NOT NULL
) STRICT;

-- float16 little-endian, unit length before rounding. A table with row ids: without them, vectors of 1.5 KB spill into
-- overflow pages (measured at 100,000: 468 MB and three times the writing time, instead of 206 MB).
CREATE TABLE embedding (
  model_id INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  vector BLOB NOT NULL,
  PRIMARY KEY (model_id, photo_id)
) STRICT;

-- Cache: float32 little-endian direction of one phrase, averaged over the model's prompts.
CREATE TABLE text_embedding (
  model_id INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  -- A hash of the prompt templates: other prompts give other directions.
  prompts TEXT NOT NULL,
  phrase TEXT NOT NULL,
  vector BLOB NOT NULL,
  PRIMARY KEY (model_id, prompts, phrase)
) STRICT;

CREATE TABLE category (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- "animals/dog" for a built-in one; null for the person's own.
  key TEXT UNIQUE,
  name TEXT NOT NULL,
  -- JSON arrays of strings.
  words TEXT NOT NULL DEFAULT '[]',
  not_words TEXT NOT NULL DEFAULT '[]',
  synonyms TEXT NOT NULL DEFAULT '[]',
  -- For a built-in one: which of name, words, not_words, strictness, colour, hidden the person changed (JSON array), so
  -- that a newer vocabulary updates the rest only.
  touched TEXT NOT NULL DEFAULT '[]',
  strictness REAL NOT NULL DEFAULT 0.5,
  colour TEXT NOT NULL,
  parent_id INTEGER REFERENCES category (id),
  -- A parent that only groups ("Nature and weather") is never predicted itself.
  is_group INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  created_at_ms INTEGER NOT NULL,
  removed_at_ms INTEGER,
  notice TEXT
) STRICT;

-- The person's word. Append-only; the latest row of (photo, category) wins. No code path of Winnow's own writes here.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  photo_id INTEGER NOT NULL REFERENCES photo (id),
  category_id INTEGER NOT NULL REFERENCES category (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'undecided')),
  decided_at_ms INTEGER NOT NULL,
  -- 'person': answered here · 'undo', 'redo': restored by the person · 'carried': the same answer, on the edited version of the photo.
  source TEXT NOT NULL CHECK (source IN ('person', 'undo', 'redo', 'carried'))
) STRICT;
CREATE INDEX decision_by_pair ON decision (category_id, photo_id, id DESC);
CREATE INDEX decision_by_photo ON decision (photo_id);

-- What Winnow thinks; derived, recomputed at will. Only sure and unsure are stored.
CREATE TABLE prediction (
  category_id INTEGER NOT NULL REFERENCES category (id) ON DELETE CASCADE,
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  band TEXT NOT NULL CHECK (band IN ('sure', 'unsure')),
  probability REAL NOT NULL,
  PRIMARY KEY (category_id, photo_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX prediction_by_photo ON prediction (photo_id, category_id, band, probability);

-- Winnow's judge of a category in one model's space: score = weights · embedding + bias. Derived, and changed only together
-- with the predictions it makes.
CREATE TABLE classifier (
  model_id INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  category_id INTEGER NOT NULL REFERENCES category (id) ON DELETE CASCADE,
  -- float32 little-endian.
  weights BLOB NOT NULL,
  bias REAL NOT NULL,
  flat INTEGER NOT NULL,
  -- What it was made from (words, prompts, background); where that has changed it is made again.
  basis TEXT NOT NULL,
  -- How large the library was when its background was last mixed with it.
  library_count INTEGER NOT NULL,
  PRIMARY KEY (model_id, category_id)
) STRICT;

-- What can be undone: data, not code, so that it survives a restart.
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  -- JSON, one shape a kind (library/history/action.ts).
  change TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
  at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  -- JSON
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
