import { isWithin } from '../../../core/scan/relative-path.ts'
import type { SortScope } from '../../../contract/sorting.ts'
import type { Catalogue } from '../../catalogue/catalogue.ts'
import { breathe } from '../../catalogue/breathe.ts'
import { existingCategory } from '../../categories/category-view.ts'
import type { FolderRow } from '../../store/folder.ts'
import type { SortSourceRow } from '../../store/sort-source.ts'

export interface ScopeFiles {
  readonly rows: readonly SortSourceRow[]
  /** Sentences: what could not be taken in. */
  readonly notices: readonly string[]
}

const pageLength = 4000

/**
 * The files of a scope, in folders that are there now.
 * @throws WinnowError `not-found` for a category or folder that is gone
 */
export async function scopeFiles(catalogue: Catalogue, scope: SortScope, signal: AbortSignal): Promise<ScopeFiles> {
  const { store } = catalogue
  await catalogue.upToDate()
  const isIn = membership(catalogue, scope)
  const rows: SortSourceRow[] = []
  const notices: string[] = []
  let inTheCloud = 0
  for (const folder of store.folder.list()) {
    if (scope.kind === 'folder' && folder.folderId !== scope.folderId) continue
    if (!isThere(folder)) {
      notices.push(`${folder.path} is not there now, so its photos are left out. Connect its drive and plan again.`)
      continue
    }
    for (let after = 0; ;) {
      const page = store.sortSource.page(folder.folderId, after, pageLength)
      for (const row of page) {
        if (!isIn(row)) continue
        if (row.failureCode === 'in-the-cloud') inTheCloud++
        else rows.push(row)
      }
      const last = page.at(-1)
      if (last === undefined || page.length < pageLength) break
      after = last.fileId
      await breathe(signal)
    }
  }
  if (inTheCloud > 0) {
    notices.push(
      `${inTheCloud} ${inTheCloud === 1 ? 'file is' : 'files are'} in the cloud only and left out. Download them first.`,
    )
  }
  return { rows, notices }
}

function membership(catalogue: Catalogue, scope: SortScope): (row: SortSourceRow) => boolean {
  switch (scope.kind) {
    case 'library':
      return () => true
    case 'folder': {
      const start = scope.folderPath === '' ? '' : `${scope.folderPath}/`
      return ({ relativePath }) => isWithin(relativePath, start)
    }
    case 'photos': {
      const chosen = new Set(scope.photoIds)
      return ({ photoId }) => photoId !== null && chosen.has(photoId)
    }
    case 'category': {
      existingCategory(catalogue, scope.categoryId)
      const shown = catalogue.overview.subtree(scope.categoryId).shown.copy()
      shown.keepOnly(catalogue.photos.visible)
      return ({ photoId }) => photoId !== null && shown.has(photoId)
    }
  }
}

function isThere({ status }: FolderRow): boolean {
  return status === 'ready' || status === 'scanning'
}
