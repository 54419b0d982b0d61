import type { PlanNote } from './sort-plan.ts'

/** What a person is told of an item: what is unusual, and how it is solved. */
export function noteSentence(note: PlanNote): string {
  switch (note.kind) {
    case 'renamed':
      return `The name ${note.from} is in use there, so it becomes ${note.to}.`
    case 'spelling':
      return `Goes to the folder ${note.to}, which is there already, instead of ${note.from}.`
    case 'portable-name':
      return `Not every system can hold the name ${note.from}, so it becomes ${note.to}.`
    case 'shortened':
      return `The name ${note.from} is too long there, so it becomes ${note.to}.`
    case 'same-content':
      return `The same content is there already as ${note.path}, so it stays where it is.`
    case 'path-too-long':
      return `The path ${note.path} would be too long for the disk, so it stays where it is. Choose a shorter folder.`
    case 'not-a-folder':
      return `A file is called ${note.path} where a folder is needed, so it stays where it is. Rename that file or choose another folder.`
    case 'leads-outside':
      return `${note.path === '' ? 'The target' : note.path} is a link that leads out of the target, so it stays where it is. Choose another folder.`
  }
}
