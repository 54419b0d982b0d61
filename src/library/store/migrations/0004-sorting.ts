/** Sorting files on disk: rules by name, and the journal of what was done. */
export const sortingMigration = `
CREATE TABLE sort_rules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  -- JSON (core/sorting/sort-rules.ts).
  rules TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('move', 'copy', 'link')),
  target_path TEXT,
  used_at_ms INTEGER
) STRICT;

CREATE TABLE sort_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rules_name TEXT,
  action TEXT NOT NULL CHECK (action IN ('move', 'copy', 'link')),
  target_path TEXT NOT NULL,
  -- 'applying', 'undoing': under way, or Winnow ended in the middle of it (then 'interrupted' after the next start) · 'paused'
  -- is no state of its own: a run that is paused when Winnow ends is interrupted.
  state TEXT NOT NULL CHECK (state IN ('applying', 'interrupted', 'cancelled', 'done', 'undoing', 'undone')),
  started_at_ms INTEGER NOT NULL,
  finished_at_ms INTEGER,
  -- The folder of the library that the target became, so that undo takes it out again.
  added_folder_id INTEGER,
  notice TEXT
) STRICT;

-- One file of a run. Written as a whole before the first step; each state is on the disk before what it announces is done.
CREATE TABLE sort_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES sort_run (id) ON DELETE CASCADE,
  -- Files that stay together have the same; the first of them is the photo.
  group_number INTEGER NOT NULL,
  is_companion INTEGER NOT NULL,
  file_id INTEGER,
  photo_id INTEGER,
  from_path TEXT NOT NULL,
  to_path TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  -- Of the content where it is known: what a copy is verified against. It and mtime_ms are those of the file as Winnow last
  -- placed it: a disk may keep coarser times than the one it came from.
  content_hash TEXT,
  -- waiting · placing: begun · done · failed · undoing: begun · undone · kept (contract/sorting.ts says what they mean).
  state TEXT NOT NULL CHECK (state IN ('waiting', 'placing', 'done', 'failed', 'undoing', 'undone', 'kept')),
  -- What is still to be done with it, so that an interrupted undo of some files goes on with these and no others.
  pending TEXT CHECK (pending IN ('apply', 'undo')),
  reason TEXT
) STRICT;
CREATE INDEX sort_entry_by_run ON sort_entry (run_id, state, id);
CREATE INDEX sort_entry_by_file ON sort_entry (file_id, id);

-- Directories that a run made (kind 'made') or took files from ('left').
CREATE TABLE sort_directory (
  run_id INTEGER NOT NULL REFERENCES sort_run (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('made', 'left')),
  PRIMARY KEY (run_id, path, kind)
) STRICT, WITHOUT ROWID;
`
