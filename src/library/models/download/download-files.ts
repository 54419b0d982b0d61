import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueFile } from '../../../core/model/catalogue.ts'
import type { ModelManifest } from '../../../core/model/manifest.ts'
import type { Surroundings } from '../../surroundings.ts'
import { requireSpace } from '../disk/free-space.ts'
import type { DownloadLimits } from './download-limits.ts'
import type { DownloadState } from './download-state.ts'
import { bytesOnDisk, progressOf } from './download-progress.ts'
import { fetchFile } from './fetch-file.ts'
import { fileUrl } from './mirror-url.ts'
import { openWayOut } from './open-way-out.ts'

export interface DownloadOptions {
  readonly files: readonly CatalogueFile[]
  /** Host and path before the repository. */
  readonly base: string
  /** Whether it may be led to this host. */
  readonly mayAsk: (host: string) => boolean
  /** Where the model is put together. */
  readonly modelDir: string
  readonly state: DownloadState
  /** Keeps what is known so far over a crash. */
  readonly setState: (state: DownloadState) => void
  readonly proxyFor: Surroundings['proxyFor']
  readonly limits: DownloadLimits
  readonly signal: AbortSignal
  readonly onProgress: (progress: { readonly doneBytes: number; readonly totalBytes: number }) => void
}

/**
 * Fetches what is missing of a model's files, one after the other.
 * @returns all of them as a manifest lists them
 * @throws DownloadFault, WinnowError `disk-full`, the signal's reason
 */
export async function downloadFiles(options: DownloadOptions): Promise<ModelManifest['files']> {
  const { files, modelDir, signal } = options
  let { state } = options
  const setState = (next: DownloadState): void => {
    state = next
    options.setState(next)
  }
  const there = bytesOnDisk(files, modelDir)
  const report = (): void => options.onProgress(progressOf(files, state, there))
  report()
  const { doneBytes, totalBytes } = progressOf(files, state, there)
  await mkdir(modelDir, { recursive: true })
  await requireSpace(modelDir, totalBytes - doneBytes)

  const wayOut = openWayOut(options.proxyFor)
  try {
    for (const file of files) {
      const { name } = file
      if (state.done[name] !== undefined && there.get(name) === state.done[name].bytes) continue
      const got = await fetchFile({
        url: fileUrl(options.base, file),
        path: join(modelDir, name),
        pinned: file.sha256 === null ? null : { bytes: file.bytes, sha256: file.sha256 },
        mark: state.marks[name] ?? null,
        setMark: (mark) => setState({ ...state, marks: { ...state.marks, [name]: mark } }),
        dispatcherFor: wayOut.dispatcherFor,
        mayAsk: options.mayAsk,
        limits: options.limits,
        signal,
        onProgress(bytes) {
          there.set(name, bytes)
          report()
        },
      })
      there.set(name, got.bytes)
      setState({ ...state, done: { ...state.done, [name]: got } })
    }
  } finally {
    wayOut.close()
  }
  report()
  return files.map(({ name }) => {
    const { bytes, sha256 } = state.done[name]!
    return { name, bytes, sha256 }
  })
}
