import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isNamedHost, modelCatalogueSchema, modelKeyOf } from './catalogue.ts'

const file = join(import.meta.dirname, '../../../models/catalogue.json')
const text = readFileSync(file, 'utf8')
const { models, hub, hosts } = modelCatalogueSchema.parse(JSON.parse(text))

describe('models/catalogue.json', () => {
  it('offers at least eight models, each once', () => {
    const keys = models.map(({ manifest }) => modelKeyOf(manifest))
    expect(keys.length).toBeGreaterThanOrEqual(8)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(models.map((entry) => [modelKeyOf(entry.manifest), entry] as const))('%s can be stood by', (_, entry) => {
    const { image, text: words } = entry.manifest
    const names = entry.files.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.toSorted()).toEqual([...new Set([image.file, words.file, words.tokenizer])].toSorted())
    // Image encoders lose much in eight bits.
    expect(entry.files.map(({ path }) => path).join(' ')).not.toMatch(/int8|quant|q4/)
    for (const { repository, revision } of entry.files) {
      expect(entry.sources.join()).toContain(`${repository}/tree/${revision}`)
    }
    // A hash that was not looked up somewhere would be the same twice.
    const hashes = entry.files.flatMap(({ sha256 }) => sha256 ?? [])
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('shows Apple’s licence', () => {
    const apple = models.filter(({ manifest }) => manifest.id.startsWith('mobileclip'))
    expect(apple.map(({ card }) => card.licence.note)).toEqual([
      'For research only: Apple does not allow commercial use.',
      'For research only: Apple does not allow commercial use.',
    ])
  })
})

describe('modelCatalogueSchema', () => {
  const parsed: { models: [{ files: object[]; manifest: object }] } = JSON.parse(text)
  const [entry] = parsed.models
  const withEntry = (change: object): unknown => ({ ...parsed, models: [{ ...entry, ...change }] })

  it.each([
    ['a branch instead of a commit', withEntry({ files: entry.files.map((one) => ({ ...one, revision: 'main' })) })],
    ['a path out of the repository', withEntry({ files: entry.files.map((one) => ({ ...one, path: '../../x' })) })],
    ['a name out of the folder', withEntry({ files: entry.files.map((one) => ({ ...one, name: '/etc/passwd' })) })],
    ['a file that is missing', withEntry({ files: entry.files.slice(1) })],
    ['half a hash', withEntry({ files: entry.files.map((one) => ({ ...one, sha256: 'fd6e' })) })],
    ['a manifest that is none', withEntry({ manifest: { ...entry.manifest, embeddingDim: -1 } })],
    ['a hub that anyone could listen to', { ...parsed, hub: 'http://huggingface.co' }],
  ])('refuses %s', (_, value) => {
    expect(modelCatalogueSchema.safeParse(value).success).toBe(false)
  })
})

describe('isNamedHost', () => {
  it.each([
    [new URL(hub).host, true],
    ['cas-bridge.xethub.hf.co', true],
    ['hf.co.example.org', false],
    ['evilhf.co', false],
    ['huggingface.co.example.org', false],
  ])('%s: %s', (host, isNamed) => {
    expect(isNamedHost(hosts, host)).toBe(isNamed)
  })
})
