import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ProviderList, ProviderView } from '../../src/contract/providers.ts'
import type { ProviderName } from '../../src/core/providers/provider-name.ts'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'
import { writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { eventually, openTestLibrary, rootDir } from '../fixtures/library/test-library.ts'
import type { TestLibrary, TestLibraryOptions } from '../fixtures/library/test-library.ts'
import { tinyStarter } from '../fixtures/models/tiny-starter.ts'
import type { Faults } from '../fixtures/processes/faulty-worker.ts'

const faultyWorker = join(rootDir, 'tests/fixtures/processes/faulty-worker.ts')

/** Winnow on a machine whose providers fail so. */
async function openWith(
  faults: Faults,
  more: TestLibraryOptions = {},
  dataDir = temporaryFolder(),
): Promise<TestLibrary> {
  return await openTestLibrary(dataDir, {
    modelsDir: await tinyStarter(),
    startWorker: () =>
      startNodeWorker(faultyWorker, { env: { ...process.env, WINNOW_FAULTS: JSON.stringify(faults) } }),
    hardware: { driver: 'Driver 1', runtimeVersion: '1', testLimitMs: 30_000 },
    ...more,
  })
}

function viewOf(list: ProviderList, name: ProviderName): ProviderView {
  return list.providers.find((provider) => provider.name === name)!
}

// What Linux on x64 could use is known elsewhere as well, but only there are there two others.
describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('providers that fail', () => {
  test('each failure is found in a process of its own, said in plain words, and the processor is used', async () => {
    const dataDir = temporaryFolder()
    const first = await openWith({ webgpu: 'wrong', cuda: 'missing' }, {}, dataDir)
    const list = await first.client['providers.test']({})
    expect(viewOf(list, 'cpu')).toMatchObject({
      isUsed: true,
      sentence: 'Works and is used.',
      finding: { kind: 'works' },
    })
    expect(viewOf(list, 'webgpu')).toMatchObject({ isUsed: false, sentence: 'Gives wrong results, so it isn’t used.' })
    expect(viewOf(list, 'cuda')).toMatchObject({ sentence: 'A library is missing: libcublasLt.so.12.' })
    expect(list.why).toBe('Winnow uses the processor, because nothing else works on this computer.')
    expect(list).toMatchObject({ driver: 'Driver 1', isTesting: false, notice: null, choice: null })
    // A wish for what can't be used is heard, not heeded.
    const wished = await first.client['providers.configure']({ choice: 'webgpu' })
    expect(viewOf(wished, 'cpu').isUsed).toBe(true)
    expect(wished.why).toContain('is what you chose, but it can’t be used')
    await first.client['providers.configure']({ choice: null })
    await first.close()

    // Remembered, for this driver; not for another.
    const second = await openWith({}, {}, dataDir)
    expect(viewOf(await second.client['providers.list']({}), 'webgpu').finding).toMatchObject({ kind: 'wrong' })
    await second.close()
    const third = await openWith({}, { hardware: { driver: 'Driver 2', runtimeVersion: '1' } }, dataDir)
    expect(viewOf(await third.client['providers.list']({}), 'webgpu').finding).toBeNull()
  })

  test('a crash is a finding, and so are numbers that are none', async () => {
    const opened = await openWith({ webgpu: 'crash', cuda: 'no-numbers' })
    const list = await opened.client['providers.test']({})
    expect(viewOf(list, 'webgpu').sentence).toBe('Crashed while it was tested, so it isn’t used.')
    expect(viewOf(list, 'webgpu').finding).toMatchObject({ kind: 'crashed' })
    expect(viewOf(list, 'cuda').sentence).toBe('Gives results that are no numbers, so it isn’t used.')
  })

  test('one that hangs is ended after the time it is given, and one that refuses is said to', async () => {
    const opened = await openWith(
      { webgpu: 'hang', cuda: 'refuse' },
      { hardware: { driver: 'Driver 1', runtimeVersion: '1', testLimitMs: 12_000 } },
    )
    const list = await opened.client['providers.test']({})
    expect(viewOf(list, 'webgpu').sentence).toBe(
      'Gave no answer within 12 seconds when it was tested, so it isn’t used.',
    )
    expect(viewOf(list, 'cuda').sentence).toBe('Can’t be used: it refused to load the model.')
    expect(viewOf(list, 'cuda').finding).toMatchObject({ kind: 'refused', message: 'No supported adapters' })
  })

  test('the fastest that is right is used, with the batch that was measured; a slow one is not', async () => {
    const opened = await openWith({ webgpu: 'fast', cuda: 'slow' })
    const list = await opened.client['providers.test']({})
    expect(viewOf(list, 'webgpu')).toMatchObject({ isUsed: true, sentence: 'Works and is used.' })
    expect(viewOf(list, 'cuda').sentence).toMatch(
      /^Works, slower: [\d.]+ photos\/s where the graphics \(WebGPU\) does \d+\.$/,
    )
    expect(list.why).toMatch(/^Winnow uses the graphics \(WebGPU\), because it is faster here than the processor: /)
    const finding = viewOf(list, 'webgpu').finding
    expect(finding?.kind === 'works' && finding.batchSize).toBe(list.batchSize.used)
    const gentle = await opened.client['providers.configure']({ choice: 'cpu', threads: 2, usesLessPower: true })
    expect(gentle).toMatchObject({ threads: { choice: 2, used: 1 }, power: { usesLess: true } })
    expect(gentle.why).toBe('Winnow uses the processor, because you chose it.')
  })

  test.each(['error-at-work', 'nan-at-work', 'death-at-work', 'refuse-at-work'] as const)(
    '%s: the same photos are looked at on the processor, none is lost, and no file is blamed',
    async (fault) => {
      const opened = await openWith({ webgpu: fault, cuda: 'refuse' })
      await opened.client['providers.test']({ names: ['webgpu'] })
      const folder = temporaryFolder()
      await writeSmallPhotos(
        folder,
        Array.from({ length: 24 }, (_, i) => `photo ${i}.jpg`),
      )
      await opened.client['folders.add']({ paths: [folder] })
      await opened.library.settled()

      expect(opened.query("SELECT 1 FROM file WHERE state = 'ready' AND crash_count = 0")).toHaveLength(24)
      expect(opened.query('SELECT 1 FROM embedding')).toHaveLength(24)
      expect((await opened.client['problems.list']({})).problems).toEqual([])
      const list = await opened.client['providers.list']({})
      expect(viewOf(list, 'cpu').isUsed).toBe(true)
      expect(viewOf(list, 'webgpu').finding).toMatchObject({ kind: 'failed-at-work' })
      expect(list.notice).toBe(
        'The graphics (WebGPU) failed while Winnow looked at photos, so it went on without. No photo was lost.',
      )
    },
  )
})

test('indexing waits while the machine is on battery, says so, and goes on by itself', async () => {
  let isOnBattery = true
  const listeners = new Set<() => void>()
  const opened = await openTestLibrary(temporaryFolder(), {
    power: {
      isOnBattery: () => isOnBattery,
      onChanged(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
  })
  const { power } = await opened.client['providers.configure']({ pausesOnBattery: true })
  expect(power).toMatchObject({ pausesOnBattery: true, isOnBattery: true })
  const folder = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'b.jpg'])
  await opened.client['folders.add']({ paths: [folder] })
  const waiting = await eventually(async () => {
    const progress = await opened.client['indexing.progress']({})
    return progress.state === 'waiting' && progress.total === 2 ? progress : undefined
  })
  expect(waiting).toMatchObject({
    done: 0,
    notice: 'Paused while on battery. Winnow goes on when the power is back.',
  })
  isOnBattery = false
  for (const listener of listeners) listener()
  await opened.library.settled()
  expect((await opened.client['indexing.progress']({})).done).toBe(2)
})

test('a provider that is not made for this system is refused with the names of those that are', async () => {
  const opened = await openTestLibrary(temporaryFolder())
  const foreign = process.platform === 'win32' ? 'coreml' : 'dml'
  await expect(opened.client['providers.configure']({ choice: foreign })).rejects.toThrow(
    /It can use: Processor \(CPU\)/,
  )
})
