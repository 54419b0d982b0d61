/** What happened to a category and when, for its history; steps of undo are forgotten, this is not. */
export const categoryEventsMigration = `
CREATE TABLE category_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  category_id INTEGER NOT NULL REFERENCES category (id) ON DELETE CASCADE,
  at_ms INTEGER NOT NULL,
  -- 'you': said here · 'undo': by undo, redo or a step back in the history · 'import': came with a file.
  source TEXT NOT NULL CHECK (source IN ('you', 'undo', 'import')),
  -- A sentence, where what is in the event does not say all ("Undid: said yes to 3 photos").
  label TEXT,
  -- The answers of the event: rows of decision of this category from the first up to through_decision_id, but carried ones.
  first_decision_id INTEGER,
  -- The latest answer about anything at that time: how all answers were just after the event.
  through_decision_id INTEGER NOT NULL,
  -- JSON: fields as they were and became, examples added and removed (library/history/event-details.ts).
  details TEXT NOT NULL
) STRICT;
CREATE INDEX category_event_by_category ON category_event (category_id, id);

-- Answers given before there were events: those of one moment were one step.
INSERT INTO category_event (category_id, at_ms, source, first_decision_id, through_decision_id, details)
SELECT category_id, decided_at_ms, CASE source WHEN 'person' THEN 'you' WHEN 'import' THEN 'import' ELSE 'undo' END,
  min(id), max(id), '{}'
FROM decision WHERE source <> 'carried' GROUP BY category_id, decided_at_ms, source ORDER BY max(id);
`
