import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, existsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modelManifestSchema } from '../../src/core/model/manifest.ts'

const modelDir = join(tmpdir(), 'winnow-bench', 'vit-b-32')
const tokenizer = join(import.meta.dirname, '../../tests/fixtures/models/tokenizers/clip.json')
const script = join(import.meta.dirname, 'make_vit_b32.py')

/**
 * A CLIP ViT-B/32 of the true shape with random weights, made once by Python and kept among the temporary files (605 MB).
 * @returns its folder, or a sentence that says why there is none
 */
export async function makeVitB32(): Promise<{ readonly modelDir: string } | { readonly why: string }> {
  if (!existsSync(join(modelDir, 'manifest.json'))) {
    const python = process.env['WINNOW_PYTHON'] ?? 'python3'
    const made = spawnSync(python, [script, modelDir], { encoding: 'utf8' })
    if (made.status !== 0) {
      const reason = made.error?.message ?? made.stderr.trim().split('\n').at(-1)
      return {
        why: `${python} could not make it (${reason}); it needs the packages onnx and numpy, or name another in WINNOW_PYTHON`,
      }
    }
    copyFileSync(tokenizer, join(modelDir, 'tokenizer.json'))
    writeFileSync(join(modelDir, 'manifest.json'), JSON.stringify(await manifestOf()))
  }
  return { modelDir }
}

async function manifestOf(): Promise<unknown> {
  return modelManifestSchema.parse({
    format: 1,
    id: 'random-vit-b-32',
    version: '1',
    name: 'ViT-B/32, random weights',
    embeddingDim: 512,
    image: {
      file: 'vision_model.onnx',
      input: 'pixel_values',
      output: 'image_embeds',
      width: 224,
      height: 224,
      resize: 'shortest',
      crop: 'center',
      interpolation: 'bicubic',
      antialias: true,
      channels: 'rgb',
      layout: 'nchw',
      mean: [0.48145466, 0.4578275, 0.40821073],
      std: [0.26862954, 0.26130258, 0.27577711],
    },
    text: {
      file: 'text_model.onnx',
      tokenizer: 'tokenizer.json',
      inputs: { ids: 'input_ids' },
      output: 'text_embeds',
      maxTokens: 77,
      padding: 'max',
      idType: 'int64',
    },
    normalized: false,
    logitScale: 100,
    files: await Promise.all(['vision_model.onnx', 'text_model.onnx', 'tokenizer.json'].map(fileFacts)),
  })
}

async function fileFacts(name: string): Promise<{ name: string; bytes: number; sha256: string }> {
  const path = join(modelDir, name)
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return { name, bytes: statSync(path).size, sha256: hash.digest('hex') }
}
