import type { SortScope } from '../../contract/sorting.ts'

/** A scope as one value of a list: "library", "photos", "category/5", "folder/2/Holiday/Rome". */
export function scopeValue(scope: SortScope): string {
  switch (scope.kind) {
    case 'library':
    case 'photos':
      return scope.kind
    case 'category':
      return `category/${scope.categoryId}`
    case 'folder':
      return `folder/${scope.folderId}/${scope.folderPath}`
  }
}

/** The scope that a value means; null for "photos", which no value can hold. */
export function scopeOfValue(value: string): SortScope | null {
  if (value === 'library') return { kind: 'library' }
  const [, kind, id = '', path = ''] = /^(category|folder)\/(\d+)(?:\/(.*))?$/s.exec(value) ?? []
  if (kind === 'category') return { kind, categoryId: Number(id) }
  if (kind === 'folder') return { kind, folderId: Number(id), folderPath: path }
  return null
}
