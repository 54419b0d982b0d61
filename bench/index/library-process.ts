import { monitorEventLoopDelay } from 'node:perf_hooks'
import { join } from 'node:path'
import type { StageTimes, WorkerPort } from '../../src/contract/worker.ts'
import { workerReplySchema } from '../../src/contract/worker.ts'
import { openLibrary } from '../../src/library/open-library.ts'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'
import type { News } from './messages.ts'

// The library of the benchmark, in a process of its own as in the app: `library-process.ts <dataDir> <folder>`.

const [dataDir = '', folder = ''] = process.argv.slice(2)
const rootDir = join(import.meta.dirname, '../..')
const tell = (news: News): void => void process.send?.(news)

const sums: StageTimes = { readMs: 0, hashMs: 0, factsMs: 0, decodeMs: 0, thumbnailMs: 0, tensorMs: 0, encodeMs: 0 }
let photos = 0

/** The worker as the app starts it, with an ear at its messages. */
function startWorker(): WorkerPort {
  const port = startNodeWorker(join(rootDir, 'src/worker/main.ts'))
  port.onMessage((message) => {
    const reply = workerReplySchema.parse(message)
    if (reply.type !== 'read' || !reply.result.ok) return
    photos++
    const { stageTimes } = reply.result.photo
    for (const stage of stagesOf(sums)) sums[stage] += stageTimes[stage]
  })
  return port
}

function stagesOf(times: StageTimes): readonly (keyof StageTimes)[] {
  return Object.keys(times) as (keyof StageTimes)[]
}

const library = await openLibrary(
  {
    paths: { dataDir, cacheDir: join(dataDir, 'cache'), modelsDir: join(rootDir, 'models') },
    host: 'terminal',
    version: '0.0.0',
    startWorker,
    clock: { nowMs: () => Date.now() },
    capabilities: { folderDialog: false, filePaths: true },
    usualPlaces: async () => [],
    log(level, message, details) {
      if (level !== 'info') console.error(level, message, details ?? '')
    },
  },
  'write',
)
// The app has been open for a moment when a person adds a folder.
library.start()
await library.settled()

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
const cpuBefore = process.cpuUsage()
const beganAtMs = performance.now()
let hasThumbnail = false
library.onEvent((name, payload) => {
  if (name !== 'progress.changed' || !('done' in payload)) return
  tell({ type: 'progress', done: payload.done, notice: payload.notice })
  if (payload.done === 0 || hasThumbnail) return
  hasThumbnail = true
  tell({ type: 'first-thumbnail', ms: performance.now() - beganAtMs })
})
const never = new AbortController().signal
await library.handlers['folders.add']({ paths: [folder] }, never)
while (true) {
  const { done, total, problemCount } = await library.handlers['indexing.progress']({}, never)
  if (total > 0 && done === total) {
    const { user, system } = process.cpuUsage(cpuBefore)
    for (const stage of stagesOf(sums)) sums[stage] /= Math.max(1, photos)
    tell({
      type: 'indexed',
      photos: done - problemCount,
      failed: problemCount,
      ms: performance.now() - beganAtMs,
      stageTimes: sums,
      libraryCpuMs: (user + system) / 1000 / done,
      longestTaskMs: delay.max / 1e6,
    })
    break
  }
  await new Promise((resolve) => setTimeout(resolve, 100))
}
await library.settled()
await library.close()
process.disconnect()
