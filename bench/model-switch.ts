/**
 * `npm run bench:model-switch [-- --photos 100000]`: changing over to a model that has looked at all photos, and back, through the
 * library's own calls. The other model is the starter under another name, so that all words come with directions.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { openLibrary } from '../src/library/open-library.ts'
import { openDatabase } from '../src/library/store/database.ts'
import { createStore } from '../src/library/store/store.ts'
import { readModelData } from '../src/library/tagging/model-data.ts'
import { startNodeWorker } from '../src/platform/start-node-worker.ts'
import { makeUpLibrary } from './search/made-up-library.ts'
import { printTable } from './tags/print-table.ts'

const rootDir = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { photos: { type: 'string', default: '10000' } } })
const count = Number(values.photos)
const starterKey = 'winnow-starter@0.2.0'
const otherKey = 'other@1'

const dir = await mkdtemp(join(tmpdir(), 'winnow-bench-switch-'))
const dataDir = join(dir, 'data')
const modelsDir = join(dir, 'models')
try {
  await makeModels()
  const model = readModelData(join(modelsDir, 'starter'))
  makeUpLibrary(dataDir, count, model.manifest, await model.background())
  letTheOtherLook()
  await measure()
} finally {
  await rm(dir, { recursive: true, force: true })
}

async function makeModels(): Promise<void> {
  await cp(join(rootDir, 'models'), modelsDir, { recursive: true })
  const otherDir = join(dataDir, 'models', otherKey)
  await mkdir(otherDir, { recursive: true })
  await cp(join(modelsDir, 'starter'), otherDir, { recursive: true })
  const manifest = JSON.parse(await readFile(join(otherDir, 'manifest.json'), 'utf8')) as object
  await writeFile(join(otherDir, 'manifest.json'), JSON.stringify({ ...manifest, id: 'other', version: '1' }))
  const card = {
    summary: 'The starter.',
    trainedOn: null,
    licence: { name: 'None', url: null, note: null },
    languages: 'English',
    quality: [],
  }
  await writeFile(join(otherDir, 'card.json'), JSON.stringify({ card, origin: 'folder', imageGflops: null }))
  await cp(join(modelsDir, `vocabulary/${starterKey}.json`), join(modelsDir, `vocabulary/${otherKey}.json`))
}

/** What it sees is what the starter sees; looking at photos is measured by `npm run bench:index`. */
function letTheOtherLook(): void {
  const database = openDatabase({ dataDir, access: 'write', nowMs: 0 })
  const modelId = createStore(database).model.ensure({ id: 'other', version: '1', embeddingDim: 768 })
  database.prepare('INSERT INTO embedding SELECT ?, photo_id, vector FROM embedding').run(modelId)
  database.close()
}

async function measure(): Promise<void> {
  const library = await openLibrary(
    {
      paths: { dataDir, cacheDir: join(dir, 'cache'), modelsDir },
      host: 'terminal',
      version: '0',
      startWorker: () => startNodeWorker(join(rootDir, 'src/worker/main.ts')),
      clock: { nowMs: () => Date.now() },
      capabilities: { folderDialog: false, filePaths: false },
      usualPlaces: async () => [],
      log: () => undefined,
    },
    'write',
  )
  const signal = new AbortController().signal
  const { handlers } = library
  const served = async (modelKey: string): Promise<number> => {
    for (;;) {
      const { model } = await handlers['system.info']({}, signal)
      if (`${model?.id}@${model?.version}` === modelKey) return performance.now()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  library.start()
  await library.settled()
  const rows: string[][] = []
  for (const [name, modelKey] of [
    ['first time: words, judges, tags', otherKey],
    ['back', starterKey],
    ['and forth', otherKey],
  ] as const) {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const beganAtMs = performance.now()
    delay.enable()
    const using = handlers['models.use']({ modelKey }, signal)
    const servedAtMs = await served(modelKey)
    delay.disable()
    await handlers['categories.list']({}, signal)
    const listedAtMs = performance.now()
    await using
    rows.push([name, ms(servedAtMs - beganAtMs), ms(delay.max / 1e6), ms(listedAtMs - servedAtMs)])
    await new Promise((resolve) => setTimeout(resolve, 4500))
  }
  await library.close()
  printTable(
    `${count.toLocaleString('en')} photos: changing over, milliseconds (${availableParallelism()} cores, load ${(loadavg()[0] ?? 0).toFixed(1)})`,
    ['', 'until it serves', 'longest pause', 'categories after it'],
    rows,
  )
}

function ms(value: number): string {
  return value.toFixed(0)
}
