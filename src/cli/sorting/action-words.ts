import type { SortAction } from '../../core/sorting/sort-rules.ts'

/** Each action as an order, as what was done, and as what its undo did to so many files. */
export const actionWords: Readonly<
  Record<SortAction, { readonly order: string; readonly done: string; readonly undone: string; readonly undo: string }>
> = {
  move: { order: 'Move', done: 'Moved', undone: 'Put back', undo: 'puts them back' },
  copy: { order: 'Copy', done: 'Copied', undone: 'Took away the copies of', undo: 'takes the copies away' },
  link: { order: 'Link', done: 'Linked', undone: 'Took away the links to', undo: 'takes the links away' },
}
