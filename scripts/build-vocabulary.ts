import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { combineWords } from '../src/core/clip/combine-words.ts'
import { fillTemplates } from '../src/core/clip/prompt-template.ts'
import { zeroShotDirection } from '../src/core/clip/zero-shot-direction.ts'
import { typicalSpread } from '../src/core/tagging/typical-spread.ts'
import { encodeFloat16 } from '../src/core/vector/float16.ts'
import { readModelData } from '../src/library/tagging/model-data.ts'
import { readVocabulary } from '../src/library/tagging/read-vocabulary.ts'
import { shippedDirectionsFile } from '../src/library/tagging/shipped-directions.ts'
import type { ShippedDirections } from '../src/library/tagging/shipped-directions.ts'
import { createWorkerClient } from '../src/library/worker-client/worker-client.ts'
import { startNodeWorker } from '../src/platform/start-node-worker.ts'

/** Puts the vocabulary's phrases through the starter's text encoder, so that no first start has to: half a minute. */

const modelsDir = join(import.meta.dirname, '../models')
const modelDir = join(modelsDir, 'starter')
const model = readModelData(modelDir)
const dim = model.manifest.parts?.aligned ?? model.manifest.embeddingDim
const { concepts } = readVocabulary(modelsDir)
const phrases = [...new Set(concepts.flatMap(({ words, notWords }) => [...words, ...notWords]))].sort()

const worker = createWorkerClient({
  startWorker: () => startNodeWorker(join(import.meta.dirname, '../src/worker/main.ts')),
  target: {
    model: { modelKey: `${model.manifest.id}@${model.manifest.version}`, modelDir },
    settings: { provider: 'cpu', threads: availableParallelism(), batchSize: 4 },
  },
  thumbnailDir: null,
  log: (level, message) => console.log(`${level}: ${message}`),
})
const directions = new Map<string, Float32Array>()
for (const phrase of phrases) {
  directions.set(phrase, zeroShotDirection(await worker.embedTexts(fillTemplates(model.templates, phrase))))
}
await worker.close()

const directionsOf = (words: readonly string[]): Float32Array[] => words.map((phrase) => directions.get(phrase)!)
const shipped: ShippedDirections = {
  promptsKey: model.promptsKey,
  backgroundKey: model.backgroundKey,
  typicalSpread: typicalSpread(
    concepts.map(({ words, notWords }) => combineWords(directionsOf(words), directionsOf(notWords))),
    await model.background(),
  ),
  phrases,
  dim,
  directions: Buffer.concat(
    directionsOf(phrases).map((direction) => encodeFloat16(direction.subarray(0, dim))),
  ).toString('base64'),
}
const file = shippedDirectionsFile(modelsDir, model)
await writeFile(file, `${JSON.stringify(shipped)}\n`)
console.log(`Wrote ${phrases.length} directions to ${file}`)
