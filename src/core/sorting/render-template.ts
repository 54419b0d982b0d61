import { fileTypeOf, fileTypeWords } from './file-type.ts'
import type { SortFile, SortNames } from './sort-facts.ts'
import type { Placeholder, Template } from './template.ts'

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/**
 * The folder that a template means for a file: a path relative to the target, '' for the target itself, each name one that
 * every system holds.
 * @param categoryId what `{category}` stands for; null: nothing
 * @param safeName `safeFolderName` for the disk of the target
 */
export function renderTemplate(
  template: Template,
  file: SortFile,
  categoryId: number | null,
  names: SortNames,
  safeName: (name: string) => string,
): string {
  return template
    .map((segment) => {
      const name = segment
        .map((part) => (typeof part === 'string' ? part : placeholderValue(part.placeholder, file, categoryId, names)))
        .join('')
      return safeName(name)
    })
    .join('/')
}

function placeholderValue(
  placeholder: Placeholder,
  file: SortFile,
  categoryId: number | null,
  names: SortNames,
): string {
  switch (placeholder) {
    case 'category':
      return (categoryId === null ? undefined : names.categories.get(categoryId)?.name) ?? 'No category'
    case 'year':
      return String(new Date(file.takenAtMs).getUTCFullYear()).padStart(4, '0')
    case 'month':
      return String(new Date(file.takenAtMs).getUTCMonth() + 1).padStart(2, '0')
    case 'monthName':
      return monthNames[new Date(file.takenAtMs).getUTCMonth()] ?? ''
    case 'day':
      return String(new Date(file.takenAtMs).getUTCDate()).padStart(2, '0')
    case 'camera':
      return file.camera?.trim() || 'Unknown camera'
    case 'type':
      return fileTypeWords[fileTypeOf(file.name)]
    case 'folder':
      return folderName(file, names)
    case 'rating':
      return file.rating === null ? 'No rating' : `${file.rating} star${file.rating === 1 ? '' : 's'}`
  }
}

/** Of the folder it lies in, or lay in before it was sorted. */
function folderName(file: SortFile, names: SortNames): string {
  const { folderId, path } = file.cameFrom ?? file.place
  return (
    lastName(path) ||
    names.folders.get(folderId) ||
    (file.cameFrom === null && lastName(file.directory)) ||
    'Unknown folder'
  )
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
