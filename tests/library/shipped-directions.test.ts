import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillTemplates } from '../../src/core/clip/prompt-template.ts'
import { zeroShotDirection } from '../../src/core/clip/zero-shot-direction.ts'
import { dot } from '../../src/core/vector/dot.ts'
import { normalise } from '../../src/core/vector/normalise.ts'
import { readModelData } from '../../src/library/tagging/model-data.ts'
import { readShippedDirections } from '../../src/library/tagging/shipped-directions.ts'
import { readVocabulary } from '../../src/library/tagging/read-vocabulary.ts'
import { createWorkerClient } from '../../src/library/worker-client/worker-client.ts'
import { starterTarget } from '../fixtures/starter-target.ts'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'

const rootDir = join(import.meta.dirname, '../..')
const modelsDir = join(rootDir, 'models')
const model = readModelData(join(modelsDir, 'starter'))
const shipped = readShippedDirections(modelsDir, model)

test('every phrase of the vocabulary is shipped (else: npm run build:vocabulary)', () => {
  const { concepts } = readVocabulary(modelsDir)
  const phrases = concepts.flatMap(({ words, notWords }) => [...words, ...notWords])
  expect(phrases.filter((phrase) => !shipped.directions.has(phrase))).toEqual([])
  expect(shipped.typicalSpread).toBeGreaterThan(0)
})

test('shipped directions are those of the model', async () => {
  const worker = createWorkerClient({
    startWorker: () => startNodeWorker(join(rootDir, 'src/worker/main.ts')),
    target: starterTarget,
    thumbnailDir: null,
    log: () => undefined,
  })
  try {
    const phrases = [...shipped.directions.keys()].filter((_, i) => i % 120 === 0)
    for (const phrase of phrases) {
      const direction = zeroShotDirection(await worker.embedTexts(fillTemplates(model.templates, phrase)))
      expect(dot(direction, normalise(shipped.directions.get(phrase)!))).toBeGreaterThan(0.9999)
    }
  } finally {
    await worker.close()
  }
})
