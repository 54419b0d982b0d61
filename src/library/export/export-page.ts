import { join } from 'node:path'
import type { ExportRow } from '../../contract/system.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { tagsOfPhoto } from '../photos/tags-of-photo.ts'
import { relativeInside } from '../scan/path-inside.ts'
import type { ExportFileRow } from '../store/export.ts'

/**
 * Up to `limit` files behind the path `after`, with their tags: folder by folder, and in each by path. `done` when the last one
 * is among them.
 */
export function exportPage(
  catalogue: Pick<Catalogue, 'store'>,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): { rows: ExportRow[]; done: boolean } {
  const { store } = catalogue
  const rows: ExportRow[] = []
  const folders = store.folder.list()
  const current = after === undefined ? -1 : folders.findIndex(({ path }) => relativeInside(after, path) !== null)
  for (const [index, { folderId, path }] of folders.entries()) {
    // Folders before that of `after` were read; where its own is gone, what comes behind it by name is left.
    if (index < current || (current < 0 && after !== undefined && path < after)) continue
    const start = index === current && after !== undefined ? (relativeInside(after, path) ?? '') : ''
    const page = store.export.page(folderId, start, limit + 1 - rows.length)
    for (const row of page) rows.push(exportRow(catalogue, path, row))
    if (rows.length > limit) return { rows: rows.slice(0, limit), done: false }
  }
  return { rows, done: true }
}

function exportRow(catalogue: Pick<Catalogue, 'store'>, folderPath: string, row: ExportFileRow): ExportRow {
  const { photoId, relativePath, ...facts } = row
  const { tags, saidNo } = tagsOfPhoto(catalogue, photoId)
  return {
    ...facts,
    photoId,
    path: join(folderPath, relativePath),
    tags: tags
      .filter((tag) => tag.band === 'sure')
      .map(({ name, saidBy, probability, origin }) => ({ name, saidBy, probability, origin })),
    saidNo: saidNo.map(({ name }) => name),
  }
}
