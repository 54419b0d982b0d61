import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogueFile } from '../../../core/model/catalogue.ts'
import type { DownloadState } from './download-state.ts'

/** Bytes of each file that are here, whole or in part. */
export function bytesOnDisk(files: readonly CatalogueFile[], modelDir: string): Map<string, number> {
  return new Map(
    files.map(({ name }) => {
      const path = join(modelDir, name)
      return [name, sizeOf(path) ?? sizeOf(`${path}.part`) ?? 0]
    }),
  )
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size
}

/** How far a download is. The size of each file is as exact as it is known by now. */
export function progressOf(
  files: readonly CatalogueFile[],
  { done, marks }: Pick<DownloadState, 'done' | 'marks'>,
  there: ReadonlyMap<string, number>,
): { readonly doneBytes: number; readonly totalBytes: number } {
  const sizes = files.map(({ name, bytes, sha256 }) => {
    const known = sha256 === null ? (done[name]?.bytes ?? marks[name]?.sizeBytes) : undefined
    return { size: known ?? bytes, here: there.get(name) ?? 0 }
  })
  return {
    doneBytes: sizes.reduce((sum, { size, here }) => sum + Math.min(size, here), 0),
    totalBytes: sizes.reduce((sum, { size }) => sum + size, 0),
  }
}
