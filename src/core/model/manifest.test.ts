import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { modelFileNameSchema, modelManifestSchema } from './manifest.ts'

const starter: unknown = JSON.parse(
  readFileSync(new URL('../../../models/starter/manifest.json', import.meta.url), 'utf8'),
)
const changed = (change: Record<string, unknown>): unknown => ({ ...modelManifestSchema.parse(starter), ...change })

describe('modelManifestSchema', () => {
  it('reads the starter', () => {
    const manifest = modelManifestSchema.parse(starter)
    expect(manifest).toMatchObject({
      id: 'winnow-starter',
      embeddingDim: 768,
      image: { width: 260, height: 260, resize: 'squash' },
      text: { maxTokens: 64, padId: 0 },
    })
  })

  it.each([
    ['a newer format', { format: 2 }],
    ['parts that do not add up', { parts: { aligned: 512, visual: 255, visualWeight: 0.4 } }],
    ['a file that is not listed', { files: [{ name: 'image.onnx', bytes: 1, sha256: '0'.repeat(64) }] }],
    ['a hash that is none', { files: [{ name: 'image.onnx', bytes: 1, sha256: 'abc' }] }],
  ])('refuses %s', (_, change) => {
    expect(modelManifestSchema.safeParse(changed(change)).success).toBe(false)
  })

  it('refuses a spread of zero, which would divide by nothing', () => {
    const { image } = modelManifestSchema.parse(starter)
    expect(modelManifestSchema.safeParse(changed({ image: { ...image, std: [1, 0, 1] } })).success).toBe(false)
  })
})

describe('modelFileNameSchema', () => {
  it.each(['image.onnx', 'onnx/text.onnx', 'a b.json', '..hidden'])('takes %j', (name) => {
    expect(modelFileNameSchema.safeParse(name).success).toBe(true)
  })

  it.each(['', '/etc/passwd', '../x', 'a/../../x', 'a//b', './a', 'C:x', 'C:\\x', 'a\\..\\b', 'a\u0000b', 'a/'])(
    'refuses %j',
    (name) => {
      expect(modelFileNameSchema.safeParse(name).success).toBe(false)
    },
  )
})
