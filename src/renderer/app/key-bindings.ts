/**
 * Where a key works. `anywhere`: but for text fields. `while-typing`: there too. `photos`: in the grid and the viewer.
 * `review`: while questions are asked, when of the others only those marked `inReview` work.
 */
export type KeyPlace = 'anywhere' | 'while-typing' | 'photos' | 'viewer' | 'category' | 'review'

interface KeyBindingShape {
  readonly id: string
  readonly group: 'Move' | 'Choose' | 'Answer' | 'Review' | 'Look' | 'Find' | 'Winnow'
  /** Sentence case, as the help and the command palette show it. */
  readonly label: string
  /** `KeyboardEvent.key` names; `Mod` is Command on a Mac and Ctrl elsewhere. The first is the one shown. May be empty. */
  readonly keys: readonly string[]
  readonly when: KeyPlace
  /** Shift may be held as well and means "extend the selection". */
  readonly extendable?: true
  /** Makes no sense chosen from a list. */
  readonly keyOnly?: true
  /** Means the same while questions are asked. */
  readonly inReview?: true
}

/** Everything that can be done by key or from the command palette. What a command does is registered with `useCommands`. */
export const keyBindings = [
  // First, because while questions are asked they mean more than what the same keys mean among photos.
  {
    id: 'review-skip',
    group: 'Review',
    label: 'Skip this photo',
    keys: ['S', 'ArrowRight'],
    when: 'review',
    keyOnly: true,
  },
  {
    id: 'review-back',
    group: 'Review',
    label: 'Back to the last photo, and take its answer back',
    keys: ['ArrowLeft', 'Backspace'],
    when: 'review',
    keyOnly: true,
  },
  {
    id: 'review-grid',
    group: 'Review',
    label: 'Answer photos that are much alike together',
    keys: ['G'],
    when: 'review',
    keyOnly: true,
  },

  {
    id: 'left',
    group: 'Move',
    label: 'Previous photo',
    keys: ['ArrowLeft'],
    when: 'photos',
    extendable: true,
    keyOnly: true,
  },
  {
    id: 'right',
    group: 'Move',
    label: 'Next photo',
    keys: ['ArrowRight'],
    when: 'photos',
    extendable: true,
    keyOnly: true,
  },
  { id: 'up', group: 'Move', label: 'Row above', keys: ['ArrowUp'], when: 'photos', extendable: true, keyOnly: true },
  {
    id: 'down',
    group: 'Move',
    label: 'Row below',
    keys: ['ArrowDown'],
    when: 'photos',
    extendable: true,
    keyOnly: true,
  },
  {
    id: 'page-up',
    group: 'Move',
    label: 'One screen up',
    keys: ['PageUp'],
    when: 'photos',
    extendable: true,
    keyOnly: true,
  },
  {
    id: 'page-down',
    group: 'Move',
    label: 'One screen down',
    keys: ['PageDown'],
    when: 'photos',
    extendable: true,
    keyOnly: true,
  },
  { id: 'first', group: 'Move', label: 'First photo', keys: ['Home'], when: 'photos', extendable: true },
  { id: 'last', group: 'Move', label: 'Last photo', keys: ['End'], when: 'photos', extendable: true },

  { id: 'toggle', group: 'Choose', label: 'Select this photo, or not', keys: ['Space'], when: 'photos', keyOnly: true },
  { id: 'select-all', group: 'Choose', label: 'Select all photos', keys: ['Mod+A'], when: 'anywhere' },
  { id: 'select-section', group: 'Choose', label: 'Select this month', keys: ['M'], when: 'photos' },
  { id: 'open', group: 'Choose', label: 'Open the photo', keys: ['Enter'], when: 'photos', keyOnly: true },
  {
    id: 'escape',
    group: 'Choose',
    label: 'Close; then clear the selection, then the search',
    keys: ['Escape'],
    when: 'anywhere',
    keyOnly: true,
    inReview: true,
  },

  {
    id: 'say-yes',
    group: 'Answer',
    label: 'Yes, it belongs to this category',
    keys: ['Y'],
    when: 'category',
    inReview: true,
  },
  { id: 'say-no', group: 'Answer', label: 'No, it does not', keys: ['N'], when: 'category', inReview: true },
  { id: 'say-yes-above', group: 'Answer', label: 'Yes to all above here', keys: ['Shift+Y'], when: 'category' },
  { id: 'say-undecided', group: 'Answer', label: 'Take the answer back', keys: ['U'], when: 'category' },
  { id: 'tag', group: 'Answer', label: 'Add to a category', keys: ['T'], when: 'anywhere' },
  { id: 'review', group: 'Answer', label: 'Review what Winnow is less certain of', keys: ['R'], when: 'anywhere' },
  { id: 'why', group: 'Answer', label: 'Why is it here?', keys: ['W'], when: 'category', inReview: true },
  { id: 'edit-category', group: 'Answer', label: 'Edit this category', keys: ['E'], when: 'category' },
  { id: 'new-category', group: 'Answer', label: 'New category', keys: [], when: 'anywhere' },
  {
    id: 'category-from-these',
    group: 'Answer',
    label: 'New category from these photos',
    keys: ['C'],
    when: 'anywhere',
  },
  { id: 'new-choice', group: 'Answer', label: 'New choice between categories', keys: [], when: 'anywhere' },
  { id: 'category-history', group: 'Answer', label: 'History of this category', keys: [], when: 'category' },

  { id: 'inspector', group: 'Look', label: 'Show or hide the details', keys: ['I'], when: 'anywhere' },
  { id: 'zoom-to-pixels', group: 'Look', label: 'Zoom to 100 % at the pointer, and back', keys: ['Z'], when: 'viewer' },
  { id: 'larger', group: 'Look', label: 'Larger', keys: ['Mod+Plus', 'Mod+='], when: 'while-typing' },
  { id: 'smaller', group: 'Look', label: 'Smaller', keys: ['Mod+-'], when: 'while-typing' },
  { id: 'usual-size', group: 'Look', label: 'Usual size', keys: ['Mod+0'], when: 'while-typing' },

  { id: 'search', group: 'Find', label: 'Search', keys: ['/', 'Mod+F'], when: 'while-typing' },
  { id: 'more-like-this', group: 'Find', label: 'More like this', keys: ['S'], when: 'anywhere' },
  { id: 'go-all', group: 'Find', label: 'Go to all photos', keys: [], when: 'anywhere' },
  { id: 'go-unsure', group: 'Find', label: 'Go to not sure', keys: [], when: 'anywhere' },
  { id: 'go-untagged', group: 'Find', label: 'Go to untagged', keys: [], when: 'anywhere' },
  { id: 'go-groups', group: 'Find', label: 'Find what I have no name for', keys: [], when: 'anywhere' },
  { id: 'go-problems', group: 'Find', label: 'Go to problems', keys: [], when: 'anywhere' },
  { id: 'go-sort-runs', group: 'Find', label: 'Go to earlier sorts', keys: [], when: 'anywhere' },

  { id: 'undo', group: 'Winnow', label: 'Undo', keys: ['Mod+Z'], when: 'anywhere', inReview: true },
  { id: 'redo', group: 'Winnow', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], when: 'anywhere' },
  { id: 'sort-files', group: 'Winnow', label: 'Sort files on disk…', keys: ['O'], when: 'anywhere' },
  { id: 'add-folder', group: 'Winnow', label: 'Add a folder', keys: ['Mod+O'], when: 'anywhere' },
  { id: 'import-categories', group: 'Winnow', label: 'Import categories…', keys: [], when: 'anywhere' },
  { id: 'export-category', group: 'Winnow', label: 'Export this category…', keys: [], when: 'category' },
  { id: 'export-categories', group: 'Winnow', label: 'Export all my categories…', keys: [], when: 'anywhere' },
  { id: 'go-models', group: 'Winnow', label: 'Models', keys: [], when: 'anywhere' },
  { id: 'go-hardware', group: 'Winnow', label: 'Hardware', keys: [], when: 'anywhere' },
  { id: 'progress', group: 'Winnow', label: 'Show progress', keys: [], when: 'anywhere' },
  { id: 'settings', group: 'Winnow', label: 'Settings', keys: ['Mod+,'], when: 'while-typing' },
  { id: 'palette', group: 'Winnow', label: 'All commands', keys: ['Mod+K'], when: 'while-typing', keyOnly: true },
  { id: 'keys', group: 'Winnow', label: 'All keys', keys: ['?'], when: 'anywhere', inReview: true },
] as const satisfies readonly KeyBindingShape[]

export type CommandId = (typeof keyBindings)[number]['id']

export interface KeyBinding extends KeyBindingShape {
  readonly id: CommandId
}
