import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WinnowError } from '../../../contract/error.ts'
import type { ModelState } from '../../../contract/models.ts'
import { isNamedHost } from '../../../core/model/catalogue.ts'
import type { CatalogueEntry, ModelCatalogue } from '../../../core/model/catalogue.ts'
import type { Surroundings } from '../../surroundings.ts'
import { putInPlace } from '../try-out/put-in-place.ts'
import { startThrowAwayWorker } from '../try-out/throw-away-worker.ts'
import { DownloadFault } from './download-fault.ts'
import { downloadFiles } from './download-files.ts'
import { bytesOnDisk, progressOf } from './download-progress.ts'
import type { DownloadLimits } from './download-limits.ts'
import { emptyState, readState, writeState } from './download-state.ts'
import { createTransferRate } from './transfer-rate.ts'

type JobState = Extract<ModelState, { kind: 'downloading' | 'paused' | 'checking' | 'failed' }>

export interface DownloadJob {
  state(): JobState
  /**
   * Goes on until it is done, fails or is stopped; never rejects. While it runs, that run is joined.
   * @param mirror stands for the hub, whatever was asked before
   */
  run(mirror: string | undefined): Promise<'installed' | 'stopped'>
  /** Stops it; what is there is kept. One that failed is as if the person had stopped it. */
  pause(): Promise<void>
  /** Winnow is closed. */
  close(): Promise<void>
}

export interface JobOptions {
  readonly entry: CatalogueEntry
  readonly catalogue: Pick<ModelCatalogue, 'hub' | 'hosts'>
  /** Of this download; holds `state.json` and `model/`. */
  readonly jobDir: string
  readonly surroundings: Surroundings
  readonly limits: DownloadLimits
  readonly onChange: () => void
}

/** The download of one model. What an earlier Winnow has of it is taken over. */
export function createDownloadJob(options: JobOptions): DownloadJob {
  const { entry, catalogue, jobDir, surroundings, limits } = options
  const statePath = join(jobDir, 'state.json')
  const modelDir = join(jobDir, 'model')
  const rate = createTransferRate()
  let kept = readState(statePath) ?? emptyState
  let progress = progressOf(entry.files, kept, bytesOnDisk(entry.files, modelDir))
  let kind: JobState['kind'] = kept.failure === null ? 'paused' : 'failed'
  let stopping = new AbortController()
  let running: Promise<'installed' | 'stopped'> | undefined

  const become = (next: JobState['kind']): void => {
    kind = next
    options.onChange()
  }
  const keep = (next: typeof kept): void => {
    kept = next
    writeState(statePath, kept)
  }

  const work = async (mirror: string | undefined, signal: AbortSignal): Promise<void> => {
    keep({ ...kept, failure: null })
    become('downloading')
    const files = await downloadFiles({
      files: entry.files,
      base: mirror ?? catalogue.hub,
      // Of a mirror only the person knows where it keeps things.
      mayAsk: mirror === undefined ? (host) => isNamedHost(catalogue.hosts, host) : () => true,
      modelDir,
      state: kept,
      setState: keep,
      proxyFor: surroundings.proxyFor,
      limits,
      signal,
      onProgress(next) {
        progress = next
        rate.add(next.doneBytes, surroundings.clock.nowMs())
        options.onChange()
      },
    })
    become('checking')
    const worker = startThrowAwayWorker(surroundings.startWorker, signal)
    try {
      await putInPlace({
        paths: surroundings.paths,
        worker,
        fromDir: modelDir,
        manifest: { ...entry.manifest, files },
        card: { card: entry.card, origin: 'catalogue', imageGflops: entry.imageGflops },
      })
    } finally {
      worker.end()
    }
    await rm(jobDir, { recursive: true, force: true })
  }

  const run = async (mirror: string | undefined): Promise<'installed' | 'stopped'> => {
    const { signal } = stopping
    try {
      await work(mirror, signal)
      return 'installed'
    } catch (error) {
      if (signal.aborted) {
        become('paused')
        return 'stopped'
      }
      const isExpected = error instanceof DownloadFault || error instanceof WinnowError
      surroundings.log('warn', `The download of ${entry.manifest.name} stopped.`, error)
      keepQuietly({
        ...kept,
        failure: isExpected ? error.message : 'Something went wrong while it was downloaded. Go on, or cancel it.',
      })
      become('failed')
      return 'stopped'
    }
  }

  async function stop(): Promise<void> {
    stopping.abort(new WinnowError('cancelled', 'This was stopped.'))
    await running
  }

  /** Where the disk is full, that can't be written down either. */
  function keepQuietly(next: typeof kept): void {
    try {
      keep(next)
    } catch {
      kept = next
    }
  }

  return {
    state() {
      switch (kind) {
        case 'downloading': {
          const bytesPerSecond = rate.bytesPerSecond(surroundings.clock.nowMs())
          const left = progress.totalBytes - progress.doneBytes
          return { kind, ...progress, bytesPerSecond, secondsLeft: bytesPerSecond > 0 ? left / bytesPerSecond : null }
        }
        case 'failed':
          return { kind, ...progress, message: kept.failure ?? '' }
        case 'paused':
          return { kind, ...progress }
        case 'checking':
          return { kind }
      }
    },
    run(mirror) {
      if (running === undefined) {
        stopping = new AbortController()
        running = run(mirror).finally(() => {
          running = undefined
        })
      }
      return running
    },
    close: stop,
    async pause() {
      await stop()
      if (kind === 'failed') {
        keepQuietly({ ...kept, failure: null })
        become('paused')
      }
    },
  }
}
