import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { databaseFile } from '../../src/library/store/database.ts'
import { createSettingStore } from '../../src/library/store/setting.ts'
import type { ModelState, ModelView } from '../../src/contract/models.ts'
import { largeModel, testCatalogue, tinyModel } from '../fixtures/hub/test-catalogue.ts'
import type { TestModel } from '../fixtures/hub/test-catalogue.ts'
import { startHub } from '../fixtures/hub/hub-server.ts'
import type { HubServer } from '../fixtures/hub/hub-server.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import type { TestLibrary } from '../fixtures/library/test-library.ts'
import { eventually, openTestLibrary } from '../fixtures/library/test-library.ts'
import { modelFixturesDir } from '../fixtures/models/import-model.ts'

const starterKey = 'winnow-starter@0.2.0'

interface Opened extends TestLibrary {
  readonly hub: HubServer
  readonly dataDir: string
  readonly modelsDir: string
}

async function open(models: readonly TestModel[]): Promise<Opened> {
  const dataDir = temporaryFolder()
  const { modelsDir, served } = testCatalogue(models)
  const hub = await startHub(served)
  return { ...(await openTestLibrary(dataDir, { modelsDir, isIdle: true })), hub, dataDir, modelsDir }
}

async function viewOf({ client }: Pick<TestLibrary, 'client'>, modelKey: string): Promise<ModelView> {
  const { models } = await client['models.list']({})
  return models.find((model) => model.modelKey === modelKey)!
}

async function stateWhen<K extends ModelState['kind']>(
  opened: Pick<TestLibrary, 'client'>,
  modelKey: string,
  kinds: readonly K[],
): Promise<ModelState> {
  return await eventually(async () => {
    const view = await viewOf(opened, modelKey)
    return kinds.some((kind) => kind === view.state.kind) && view.state
  })
}

const leftovers = (dataDir: string): readonly string[] => {
  const folder = join(dataDir, 'models/.downloads')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** A copy of a fixture that a test may spoil. */
const copyOf = (fixture: string, spoil: (folder: string) => void = () => {}): string => {
  const folder = join(temporaryFolder(), 'my-model')
  cpSync(join(modelFixturesDir, fixture), folder, { recursive: true })
  spoil(folder)
  return folder
}

/** As if the person had changed over to it. */
function serveWith(dataDir: string, modelKey: string): void {
  const database = new BetterSqlite3(databaseFile(dataDir))
  createSettingStore(database).set('model.active', modelKey)
  database.close()
}

describe('a download', () => {
  it('fetches, tries and adds a model, and asks nobody before the person does', async () => {
    const tiny = await tinyModel()
    const opened = await open([tiny])
    const before = await viewOf(opened, tiny.modelKey)
    expect(before).toMatchObject({
      state: { kind: 'available' },
      origin: 'catalogue',
      contacts: ['hub.invalid'],
      filesWithoutHash: 0,
      canRemove: false,
      speed: { measured: null },
    })
    expect(opened.hub.seen).toEqual([])

    await opened.client['models.download']({ modelKey: tiny.modelKey, mirror: opened.hub.url })
    await stateWhen(opened, tiny.modelKey, ['installed'])
    const after = await viewOf(opened, tiny.modelKey)
    expect(after).toMatchObject({ origin: 'catalogue', contacts: [], canRemove: true })
    expect(after.sizeBytes).toBe(before.sizeBytes)
    expect(
      readFileSync(join(after.folderPath!, 'onnx/vision_model.onnx')).equals(tiny.files['onnx/vision_model.onnx']!),
    ).toBe(true)
    expect(leftovers(opened.dataDir)).toEqual([])
    expect((await viewOf(opened, starterKey)).state.kind).toBe('active')
    await expect(opened.client['models.download']({ modelKey: tiny.modelKey })).rejects.toThrow('here already')
  })

  it('takes names of inputs and outputs from the files, where the catalogue has them otherwise', async () => {
    const tiny = await tinyModel('clip-immich')
    const manifest = structuredClone(tiny.manifest) as {
      image: { output: string }
      text: { output: string; inputs: { ids: string } }
    }
    manifest.image.output = 'some_other_name'
    manifest.text.output = 'some_other_name'
    manifest.text.inputs.ids = 'input_ids'
    const opened = await open([{ ...tiny, manifest }])
    await opened.client['models.download']({ modelKey: tiny.modelKey, mirror: opened.hub.url })
    expect(await stateWhen(opened, tiny.modelKey, ['installed', 'failed'])).toEqual({ kind: 'installed' })
  })

  it('keeps the hash that the hub tells, where the catalogue knows none', async () => {
    const tiny = await tinyModel()
    const opened = await open([{ ...tiny, unknown: ['onnx/text_model.onnx'] }])
    await opened.client['models.download']({ modelKey: tiny.modelKey, mirror: opened.hub.url })
    await stateWhen(opened, tiny.modelKey, ['installed'])
    const { folderPath } = await viewOf(opened, tiny.modelKey)
    const { files } = JSON.parse(readFileSync(join(folderPath!, 'manifest.json'), 'utf8')) as {
      files: { sha256: string }[]
    }
    expect(files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256) && sha256 !== '0'.repeat(64))).toBe(true)
  })

  it('pauses, stays paused over a restart, goes on where it stopped, and can be cancelled', async () => {
    const large = largeModel()
    const opened = await open([large])
    opened.hub.faults = [{ slowMs: 2 }]
    await opened.client['models.download']({ modelKey: large.modelKey, mirror: opened.hub.url })
    await eventually(async () => {
      const { state } = await viewOf(opened, large.modelKey)
      return (
        state.kind === 'downloading' &&
        state.doneBytes > 2_000_000 &&
        state.bytesPerSecond > 0 &&
        state.secondsLeft !== null
      )
    })
    await opened.client['models.pauseDownload']({ modelKey: large.modelKey })
    const paused = await viewOf(opened, large.modelKey)
    expect(paused.state).toMatchObject({ kind: 'paused', totalBytes: paused.sizeBytes })
    await expect(opened.client['models.remove']({ modelKey: large.modelKey, what: 'files' })).rejects.toThrow(
      'being downloaded',
    )
    await opened.close()

    const again = await openTestLibrary(opened.dataDir, { modelsDir: opened.modelsDir, isIdle: true })
    const restored = await viewOf(again, large.modelKey)
    expect(restored.state).toEqual(paused.state)
    const askedBefore = opened.hub.seen.length
    await again.client['models.download']({ modelKey: large.modelKey, mirror: opened.hub.url })
    await stateWhen(again, large.modelKey, ['installed'])
    expect(opened.hub.seen[askedBefore]?.range).toMatch(/^bytes=\d{7,}-$/)

    await again.client['models.remove']({ modelKey: large.modelKey, what: 'both' })
    await again.client['models.download']({ modelKey: large.modelKey, mirror: opened.hub.url })
    await again.client['models.cancelDownload']({ modelKey: large.modelKey })
    expect((await viewOf(again, large.modelKey)).state).toEqual({ kind: 'available' })
    expect(leftovers(opened.dataDir)).toEqual([])
  })

  it('joins a download that runs, and lets two models come at once', async () => {
    const [tiny, other] = [await tinyModel(), await tinyModel('siglip2', 'tiny-siglip')]
    const opened = await open([tiny, other])
    opened.hub.faults = [{ slowMs: 100 }]
    const { client, hub } = opened
    await Promise.all([
      client['models.download']({ modelKey: tiny.modelKey, mirror: hub.url }),
      client['models.download']({ modelKey: tiny.modelKey, mirror: hub.url }),
      client['models.download']({ modelKey: other.modelKey, mirror: hub.url }),
    ])
    await stateWhen(opened, tiny.modelKey, ['installed'])
    await stateWhen(opened, other.modelKey, ['installed'])
    const wanted = Object.keys(tiny.files).length + Object.keys(other.files).length
    expect(hub.seen).toHaveLength(wanted)
  })

  it('says why it failed, keeps what is there, and goes on when asked', async () => {
    const tiny = await tinyModel()
    const opened = await open([tiny])
    opened.hub.faults = [{}, { status: 403 }]
    await opened.client['models.download']({ modelKey: tiny.modelKey, mirror: opened.hub.url })
    const failed = await stateWhen(opened, tiny.modelKey, ['failed'])
    expect(failed).toMatchObject({ message: expect.stringContaining('does not give') })
    expect(failed.kind === 'failed' && failed.doneBytes).toBeGreaterThan(0)
    await opened.close()

    const again = await openTestLibrary(opened.dataDir, { modelsDir: opened.modelsDir, isIdle: true })
    expect((await viewOf(again, tiny.modelKey)).state).toEqual(failed)
    await again.client['models.download']({ modelKey: tiny.modelKey, mirror: opened.hub.url })
    await stateWhen(again, tiny.modelKey, ['installed'])
  })

  it('refuses a model that does not work, while the active one goes on', async () => {
    const tiny = await tinyModel()
    const broken = { ...tiny, files: { ...tiny.files, 'onnx/vision_model.onnx': Buffer.from('this is no graph') } }
    const opened = await open([broken])
    await opened.client['models.download']({ modelKey: tiny.modelKey, mirror: opened.hub.url })
    const failed = await stateWhen(opened, tiny.modelKey, ['failed'])
    expect(failed).toMatchObject({ message: expect.stringMatching(/vision_model\.onnx/) })
    expect((await viewOf(opened, starterKey)).state.kind).toBe('active')
    const { checks } = await opened.client['system.doctor']({})
    expect(checks.filter(({ name }) => name.startsWith('Model')).every(({ status }) => status === 'ok')).toBe(true)
  })

  it.each([
    ['ftp://mirror.example', /begins with https/],
    ['http://name:secret@127.0.0.1', /name and password/],
  ])('refuses the mirror %s', async (mirror, words) => {
    const tiny = await tinyModel()
    const opened = await open([tiny])
    await expect(opened.client['models.download']({ modelKey: tiny.modelKey, mirror })).rejects.toThrow(words)
  })

  it('takes a plain-http mirror elsewhere only where every hash is known', async () => {
    const tiny = await tinyModel()
    const opened = await open([{ ...tiny, unknown: ['tokenizer.json'] }])
    const download = opened.client['models.download']({ modelKey: tiny.modelKey, mirror: 'http://mirror.invalid' })
    await expect(download).rejects.toThrow(/must be one that begins with https/)
  })
})

describe('adding a folder', () => {
  it('copies and tries exports, and models of Winnow’s own', async () => {
    const opened = await open([])
    const add = (path: string) => opened.client['models.addFolder']({ path })
    const folder = copyOf('clip-transformers')
    const { modelKey } = await add(folder)
    const view = await viewOf(opened, modelKey)
    expect(view).toMatchObject({ state: { kind: 'installed' }, origin: 'folder', canRemove: true })
    expect(existsSync(join(folder, 'config.json'))).toBe(true)
    await expect(add(folder)).rejects.toThrow('is here already')

    const ours = join(temporaryFolder(), 'ours')
    cpSync(view.folderPath!, ours, { recursive: true })
    await opened.client['models.remove']({ modelKey, what: 'both' })
    expect(await add(ours)).toEqual({ modelKey })
    expect((await viewOf(opened, (await add(copyOf('siglip-combined'))).modelKey)).state.kind).toBe('installed')
  })

  const refused: [string, () => string, RegExp][] = [
    ['a folder that is not there', () => '/nowhere/at/all', /is not there/],
    [
      'an archive',
      () => {
        const file = join(temporaryFolder(), 'model.zip')
        writeFileSync(file, 'PK')
        return file
      },
      /model\.zip is a file.*unpack it first/s,
    ],
    [
      'an archive in disguise',
      () =>
        copyOf('clip-transformers', (folder) =>
          writeFileSync(join(folder, 'onnx/vision_model.onnx'), Buffer.from('504b030414000000', 'hex')),
        ),
      /vision_model\.onnx is a ZIP archive/,
    ],
    [
      'a pointer of Git LFS',
      () =>
        copyOf('clip-transformers', (folder) =>
          writeFileSync(
            join(folder, 'onnx/vision_model.onnx'),
            'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
          ),
        ),
      /pointer of Git LFS/,
    ],
    [
      'a folder of photos',
      () => {
        const folder = temporaryFolder()
        writeFileSync(join(folder, 'a.jpg'), 'x')
        return folder
      },
      /can’t be added as a model/,
    ],
    [
      'a graph of 9 GB',
      () => copyOf('clip-transformers', (folder) => truncateSync(join(folder, 'onnx/vision_model.onnx'), 9e9)),
      /vision_model\.onnx has 9 GB; Winnow takes files of models up to 8 GB/,
    ],
    [
      'no tokenizer',
      () => copyOf('clip-transformers', (folder) => rmSync(join(folder, 'tokenizer.json'))),
      /tokenizer\.json/,
    ],
    [
      'a graph that is cut off',
      () => copyOf('clip-transformers', (folder) => truncateSync(join(folder, 'onnx/vision_model.onnx'), 500)),
      /vision_model\.onnx/,
    ],
    [
      'a link that leads out',
      () =>
        copyOf('clip-transformers', (folder) => {
          rmSync(join(folder, 'tokenizer.json'))
          symlinkSync('/etc/hostname', join(folder, 'tokenizer.json'))
        }),
      /tokenizer\.json is a link to .*, outside of the folder/,
    ],
    [
      'a configuration that is cut off',
      () =>
        copyOf('clip-transformers', (folder) => writeFileSync(join(folder, 'preprocessor_config.json'), '{"do_res')),
      /preprocessor_config\.json can’t be read as JSON/,
    ],
    [
      'a manifest that leads out',
      () =>
        copyOf('clip-transformers', (folder) => {
          const files = [{ name: '../../secret', bytes: 1, sha256: 'a'.repeat(64) }]
          writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ format: 1, files }))
        }),
      /manifest\.json is not one that Winnow understands/,
    ],
  ]
  it('refuses what is no model in words that say why, and keeps nothing', async () => {
    const opened = await open([])
    for (const [name, make, words] of refused) {
      await expect(opened.client['models.addFolder']({ path: make() }), name).rejects.toThrow(words)
    }
    expect(leftovers(opened.dataDir)).toEqual([])
    expect((await opened.client['models.list']({})).models.map(({ modelKey }) => modelKey)).toEqual([starterKey])
  })

  it('refuses a manifest that lies about its files or its numbers', async () => {
    const opened = await open([])
    const { modelKey } = await opened.client['models.addFolder']({ path: copyOf('clip-transformers') })
    const from = (await viewOf(opened, modelKey)).folderPath!
    const lie = (
      change: (manifest: { embeddingDim: number; version: string; files: { name: string; sha256: string }[] }) => void,
    ): string => {
      const folder = join(temporaryFolder(), 'lies')
      cpSync(from, folder, { recursive: true })
      const path = join(folder, 'manifest.json')
      const manifest = JSON.parse(readFileSync(path, 'utf8'))
      manifest.version = 'lies'
      change(manifest)
      writeFileSync(path, JSON.stringify(manifest))
      return folder
    }
    const add = (path: string) => opened.client['models.addFolder']({ path })
    await expect(add(lie(({ files }) => void (files[0]!.sha256 = 'f'.repeat(64))))).rejects.toThrow(/its bytes differ/)
    await expect(add(lie((manifest) => void (manifest.embeddingDim += 1)))).rejects.toThrow(
      /was tried and can’t be used/,
    )
    await expect(add(lie((manifest) => void (manifest.version = '..')))).rejects.toThrow(/no version/)
    expect(leftovers(opened.dataDir)).toEqual([])
  })
})

describe('removing', () => {
  it('is refused for the starter, and for the model that is in use', async () => {
    const tiny = await tinyModel()
    const opened = await open([tiny])
    await expect(opened.client['models.remove']({ modelKey: starterKey, what: 'both' })).rejects.toThrow(
      'is in use. Change to another model first',
    )
    await opened.client['models.download']({ modelKey: tiny.modelKey, mirror: opened.hub.url })
    await stateWhen(opened, tiny.modelKey, ['installed'])
    await opened.close()

    serveWith(opened.dataDir, tiny.modelKey)
    const again = await openTestLibrary(opened.dataDir, { modelsDir: opened.modelsDir, isIdle: true })
    expect((await viewOf(again, tiny.modelKey)).state.kind).toBe('active')
    const remove = (modelKey: string, what: 'files' | 'embeddings' | 'both') =>
      again.client['models.remove']({ modelKey, what })
    await expect(remove(tiny.modelKey, 'files')).rejects.toThrow('is in use')
    await expect(remove(tiny.modelKey, 'embeddings')).rejects.toThrow('is in use')
    await expect(remove(starterKey, 'files')).rejects.toThrow('comes with Winnow')
    expect(existsSync((await viewOf(again, tiny.modelKey)).folderPath!)).toBe(true)
  })

  it('frees a folder that is broken', async () => {
    const opened = await open([])
    const folder = join(opened.dataDir, 'models/some-model@1')
    mkdirSync(folder, { recursive: true })
    await opened.close()
    const again = await openTestLibrary(opened.dataDir, { modelsDir: opened.modelsDir, isIdle: true })
    expect(await viewOf(again, 'some-model@1')).toMatchObject({
      state: { kind: 'broken', message: expect.stringContaining('manifest.json is missing') },
      canRemove: true,
    })
    await again.client['models.remove']({ modelKey: 'some-model@1', what: 'files' })
    expect(existsSync(folder)).toBe(false)
  })
})

describe('a library that another Winnow holds', () => {
  it('lists, and changes nothing', async () => {
    const tiny = await tinyModel()
    const opened = await open([tiny])
    const reader = await openTestLibrary(opened.dataDir, { modelsDir: opened.modelsDir, access: 'read', isIdle: true })
    expect((await viewOf(reader, tiny.modelKey)).state).toEqual({ kind: 'available' })
    await expect(reader.client['models.download']({ modelKey: tiny.modelKey })).rejects.toThrow('open elsewhere')
  })
})
