import type { SortAction } from '../../core/sorting/sort-rules.ts'

interface ActionWords {
  /** Before how many files. */
  readonly order: string
  readonly done: string
  /** Behind the command that undoes it. */
  readonly undo: string
  /** @param files how many, as "2 files" */
  readonly undone: (files: string) => string
}

export const actionWords: Readonly<Record<SortAction, ActionWords>> = {
  move: { order: 'Move', done: 'Moved', undo: 'puts them back', undone: (files) => `Put back ${files}.` },
  copy: {
    order: 'Copy',
    done: 'Copied',
    undo: 'moves the copies to the trash',
    undone: (files) => `Moved the copies of ${files} to the trash.`,
  },
  link: {
    order: 'Link',
    done: 'Linked',
    undo: 'takes the links away',
    undone: (files) => `Took away the links to ${files}.`,
  },
}
