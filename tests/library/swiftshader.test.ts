import { expect, test } from 'vitest'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'
import { findSwiftShader } from '../e2e/harness/find-swiftshader.ts'
import { writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { openTestLibrary, workerEntry } from '../fixtures/library/test-library.ts'
import { tinyStarter } from '../fixtures/models/tiny-starter.ts'

const swiftShader = await findSwiftShader()

/**
 * ONNX Runtime's own WebGPU provider, on graphics that the processor computes: the way to a graphics card without one. A tiny
 * model, as its speed is that of an emulator.
 */
test.skipIf(swiftShader === undefined)(
  `WebGPU gives right results on SwiftShader, and is not used as it is slower${swiftShader === undefined ? ' (skipped: neither Electron’s nor Chromium’s runtime is here)' : ''}`,
  async () => {
    const opened = await openTestLibrary(temporaryFolder(), {
      modelsDir: await tinyStarter(),
      startWorker: () => startNodeWorker(workerEntry, { env: { ...process.env, ...swiftShader } }),
      hardware: { driver: 'SwiftShader', runtimeVersion: '1' },
    })
    const list = await opened.client['providers.test']({ names: ['webgpu'] })
    const [cpu, webgpu] = ['cpu', 'webgpu'].map((name) => list.providers.find((provider) => provider.name === name))
    expect(webgpu?.finding).toMatchObject({ kind: 'works' })
    expect(webgpu?.finding?.kind === 'works' && webgpu.finding.similarity).toBeGreaterThanOrEqual(0.999)
    expect(cpu).toMatchObject({ isUsed: true, sentence: 'Works and is used.' })
    expect(webgpu?.sentence).toMatch(/^Works, slower: [\d.]+ photos\/s where the processor does \d+\.$/)
    expect(list.why).toMatch(/^Winnow uses the processor, because it is faster here than the graphics \(WebGPU\): /)

    // By hand it can be chosen all the same, and then photos and words meet in one space.
    const chosen = await opened.client['providers.configure']({ choice: 'webgpu' })
    expect(chosen.providers.find(({ isUsed }) => isUsed)?.name).toBe('webgpu')
    const folder = temporaryFolder()
    await writeSmallPhotos(folder, ['a.jpg', 'b.jpg', 'c.jpg'])
    await opened.client['folders.add']({ paths: [folder] })
    await opened.library.settled()
    const after = await opened.client['providers.list']({})
    expect(after).toMatchObject({ notice: null, why: 'Winnow uses the graphics (WebGPU), because you chose it.' })
    expect((await opened.client['indexing.progress']({})).done).toBe(3)
  },
)
