import { existsSync, readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WinnowError } from '../../../contract/error.ts'
import type { ModelState } from '../../../contract/models.ts'
import type { CatalogueEntry, ModelCatalogue } from '../../../core/model/catalogue.ts'
import type { Access } from '../../store/database.ts'
import type { Surroundings } from '../../surroundings.ts'
import { unfinishedDir } from '../model-folders.ts'
import type { ModelShelf } from '../model-shelf.ts'
import { entryOf } from '../read-catalogue.ts'
import type { DownloadJob } from './download-job.ts'
import { createDownloadJob } from './download-job.ts'
import type { DownloadLimits } from './download-limits.ts'
import { checkMirror } from './mirror-url.ts'

/** All downloads there are, running or not. Of each model there is one. */
export interface Downloads {
  /**
   * Begins, goes on, or joins the one that runs.
   * @param mirror stands for the hub
   * @throws WinnowError `not-found`, `already-exists`, `invalid-input`
   */
  start(modelKey: string, mirror: string | undefined): void
  /** @throws WinnowError `not-found` when nothing of it is downloaded */
  pause(modelKey: string): Promise<void>
  /** Throws away what is there. @throws WinnowError `not-found` */
  cancel(modelKey: string): Promise<void>
  stateOf(modelKey: string): ModelState | undefined
  close(): Promise<void>
}

export interface DownloadsOptions {
  readonly surroundings: Surroundings
  /** Null when Winnow is not whole. */
  readonly catalogue: ModelCatalogue | null
  readonly shelf: ModelShelf
  readonly limits: DownloadLimits
  readonly announce: () => void
  /** A reader leaves everything as it is. */
  readonly access: Access
}

/** Takes over what was left unfinished: it waits until the person goes on. */
export function createDownloads(options: DownloadsOptions): Downloads {
  const { surroundings, catalogue, shelf, limits, announce } = options
  const folder = unfinishedDir(surroundings.paths.dataDir)
  const jobs = new Map<string, DownloadJob>()
  const running = new Set<Promise<void>>()

  const entryFor = (modelKey: string): { entry: CatalogueEntry; catalogue: ModelCatalogue } => {
    const entry = catalogue === null ? undefined : entryOf(catalogue, modelKey)
    if (catalogue === null || entry === undefined) {
      throw new WinnowError('not-found', 'There is no such model among those that can be added.')
    }
    return { entry, catalogue }
  }

  const open = (modelKey: string): DownloadJob => {
    const jobDir = join(folder, modelKey)
    const job = createDownloadJob({ ...entryFor(modelKey), jobDir, surroundings, limits, onChange: announce })
    jobs.set(modelKey, job)
    return job
  }

  const follow = async (modelKey: string, job: DownloadJob, mirror: string | undefined): Promise<void> => {
    if ((await job.run(mirror)) === 'installed') {
      jobs.delete(modelKey)
      shelf.refresh()
    }
    announce()
  }

  const jobOf = (modelKey: string): DownloadJob => {
    const job = jobs.get(modelKey)
    if (job === undefined) throw new WinnowError('not-found', 'Nothing of this model is being downloaded.')
    return job
  }

  for (const modelKey of namesIn(folder)) {
    // What it belongs to can't be told.
    if (catalogue === null) break
    if (entryOf(catalogue, modelKey) !== undefined) open(modelKey)
    // Of a catalogue that offered others, or a folder that was being copied when Winnow ended.
    else if (options.access === 'write') rmSync(join(folder, modelKey), { recursive: true, force: true })
  }

  return {
    start(modelKey, mirror) {
      if (shelf.find(modelKey) !== undefined) throw new WinnowError('already-exists', 'This model is here already.')
      const { entry } = entryFor(modelKey)
      if (mirror !== undefined) checkMirror(mirror, entry.files)
      const job = jobs.get(modelKey) ?? open(modelKey)
      const kind = job.state().kind
      if (kind === 'downloading' || kind === 'checking') return
      const work = follow(modelKey, job, mirror)
      running.add(work)
      void work.finally(() => running.delete(work))
    },
    async pause(modelKey) {
      await jobOf(modelKey).pause()
    },
    async cancel(modelKey) {
      await jobOf(modelKey).pause()
      jobs.delete(modelKey)
      await rm(join(folder, modelKey), { recursive: true, force: true, maxRetries: 3 })
      announce()
    },
    stateOf: (modelKey) => jobs.get(modelKey)?.state(),
    async close() {
      await Promise.all([...jobs.values()].map((job) => job.close()))
      await Promise.all(running)
    },
  }
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
