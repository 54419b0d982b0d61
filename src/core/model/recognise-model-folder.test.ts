import { describe, expect, it } from 'vitest'
import { modelManifestSchema } from './manifest.ts'
import type { GraphFacts, GraphPort } from './graph-facts.ts'
import { recogniseModelFolder, whatToRead } from './recognise-model-folder.ts'
import type { ModelFolderFacts } from './recognise-model-folder.ts'

// File lists, configurations and graphs as in the exports that each test names, found on their public pages in 2026.

const port = (name: string, type: string, ...shape: readonly (number | string)[]): GraphPort => ({ name, type, shape })
const bpe = { model: { type: 'BPE', vocab: { '!': 0 } }, added_tokens: [{ id: 49407, content: '<|endoftext|>' }] }
const clipPreprocessing = {
  crop_size: { height: 224, width: 224 },
  do_center_crop: true,
  do_normalize: true,
  do_rescale: true,
  do_resize: true,
  feature_extractor_type: 'CLIPFeatureExtractor',
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
  resample: 3,
  rescale_factor: 0.00392156862745098,
  size: { shortest_edge: 224 },
}
const clipVision: GraphFacts = {
  file: 'onnx/vision_model.onnx',
  inputs: [port('pixel_values', 'float32', 'batch_size', 'num_channels', 'height', 'width')],
  outputs: [
    port('image_embeds', 'float32', 'batch_size', 512),
    port('last_hidden_state', 'float32', 'batch_size', 50, 768),
  ],
}
const clipText: GraphFacts = {
  file: 'onnx/text_model.onnx',
  inputs: [port('input_ids', 'int64', 'batch_size', 'sequence_length')],
  outputs: [
    port('text_embeds', 'float32', 'batch_size', 512),
    port('last_hidden_state', 'float32', 'batch_size', 'x', 512),
  ],
}

/** Xenova/clip-vit-base-patch32. */
const xenovaClip: ModelFolderFacts = {
  folderName: 'download',
  files: filesOf([
    'config.json',
    'preprocessor_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'onnx/model.onnx',
    'onnx/text_model.onnx',
    'onnx/text_model_quantized.onnx',
    'onnx/vision_model.onnx',
    'onnx/vision_model_fp16.onnx',
    'onnx/vision_model_quantized.onnx',
  ]),
  json: {
    'config.json': {
      _name_or_path: 'openai/clip-vit-base-patch32',
      model_type: 'clip',
      logit_scale_init_value: 2.6592,
      projection_dim: 512,
      text_config: { bos_token_id: 0, model_type: 'clip_text_model' },
      vision_config: { model_type: 'clip_vision_model' },
    },
    'preprocessor_config.json': clipPreprocessing,
    'tokenizer.json': bpe,
    'tokenizer_config.json': { pad_token: '<|endoftext|>', model_max_length: 77 },
  },
  graphs: [clipVision, clipText],
}

/** onnx-community/siglip2-base-patch16-224-ONNX, without its float32 files. */
const siglip2: ModelFolderFacts = {
  folderName: 'siglip2-base-patch16-224-ONNX',
  files: filesOf([
    'config.json',
    'preprocessor_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'onnx/text_model_int8.onnx',
    'onnx/vision_model_fp16.onnx',
    'onnx/vision_model_int8.onnx',
  ]),
  json: {
    'config.json': {
      model_type: 'siglip',
      text_config: { model_type: 'siglip_text_model', vocab_size: 256000 },
      vision_config: { model_type: 'siglip_vision_model' },
    },
    'preprocessor_config.json': {
      do_normalize: true,
      do_rescale: true,
      do_resize: true,
      image_mean: [0.5, 0.5, 0.5],
      image_processor_type: 'SiglipImageProcessor',
      image_std: [0.5, 0.5, 0.5],
      resample: 2,
      rescale_factor: 0.00392156862745098,
      size: { height: 224, width: 224 },
    },
    'tokenizer.json': { model: { type: 'BPE', vocab: {} }, added_tokens: [{ id: 0, content: '<pad>' }] },
    'tokenizer_config.json': { pad_token: '<pad>' },
  },
  graphs: [
    {
      file: 'onnx/vision_model_fp16.onnx',
      inputs: [port('pixel_values', 'float32', 'batch_size', 3, 224, 224)],
      outputs: [
        port('last_hidden_state', 'float32', 'batch_size', 196, 768),
        port('pooler_output', 'float32', 'batch_size', 768),
      ],
    },
    {
      file: 'onnx/text_model_int8.onnx',
      inputs: [port('input_ids', 'int64', 'batch_size', 'sequence_length')],
      outputs: [
        port('last_hidden_state', 'float32', 'batch_size', 'x', 768),
        port('pooler_output', 'float32', 'batch_size', 768),
      ],
    },
  ],
}

/** immich-app/ViT-B-32__openai. */
const immich: ModelFolderFacts = {
  folderName: 'ViT-B-32__openai',
  files: filesOf([
    'config.json',
    'visual/model.onnx',
    'visual/preprocess_cfg.json',
    'textual/model.onnx',
    'textual/model.onnx.data',
    'textual/tokenizer.json',
    'textual/tokenizer_config.json',
  ]),
  json: {
    'config.json': {
      embed_dim: 512,
      vision_cfg: { image_size: 224, layers: 12, width: 768, patch_size: 32 },
      text_cfg: { context_length: 77, vocab_size: 49408, width: 512, heads: 8, layers: 12 },
    },
    'visual/preprocess_cfg.json': {
      size: [224, 224],
      mode: 'RGB',
      mean: [0.48145466, 0.4578275, 0.40821073],
      std: [0.26862954, 0.26130258, 0.27577711],
      interpolation: 'bicubic',
      resize_mode: 'shortest',
      fill_color: 0,
    },
    'textual/tokenizer.json': bpe,
    'textual/tokenizer_config.json': { pad_token: '<|endoftext|>' },
  },
  graphs: [
    {
      file: 'visual/model.onnx',
      inputs: [port('image', 'float32', 'batch', 3, 224, 224)],
      outputs: [port('image_embedding', 'float32', 'batch', 512)],
    },
    {
      file: 'textual/model.onnx',
      inputs: [port('text', 'int32', 'batch', 77)],
      outputs: [port('text_embedding', 'float32', 'batch', 512)],
    },
  ],
}

function filesOf(names: readonly string[]): ModelFolderFacts['files'] {
  return names.map((name) => ({ name, bytes: 1 }))
}

function recognised(facts: ModelFolderFacts) {
  const found = recogniseModelFolder(facts)
  if (!found.ok) throw new Error(found.missing.join(' '))
  const files = found.fileNames.map((name) => ({ name, bytes: 1, sha256: '0'.repeat(64) }))
  return { manifest: modelManifestSchema.parse({ ...found.manifest, version: '1', files }), fileNames: found.fileNames }
}

function missing(facts: ModelFolderFacts): readonly string[] {
  const found = recogniseModelFolder(facts)
  return found.ok ? [] : found.missing
}

const withJson = (facts: ModelFolderFacts, name: string, json: unknown): ModelFolderFacts => ({
  ...facts,
  json: { ...facts.json, [name]: json },
})
const without = (facts: ModelFolderFacts, name: string): ModelFolderFacts => ({
  ...facts,
  files: facts.files.filter((file) => file.name !== name),
})

describe('recogniseModelFolder', () => {
  it('knows OpenAI’s CLIP as transformers.js has it', () => {
    const { manifest, fileNames } = recognised(xenovaClip)
    expect(manifest).toMatchObject({
      id: 'clip-vit-base-patch32',
      name: 'clip-vit-base-patch32',
      embeddingDim: 512,
      image: {
        file: 'onnx/vision_model.onnx',
        input: 'pixel_values',
        output: 'image_embeds',
        width: 224,
        height: 224,
        resize: 'shortest',
        crop: 'center',
        interpolation: 'bicubic',
        layout: 'nchw',
        channels: 'rgb',
      },
      text: {
        inputs: { ids: 'input_ids' },
        maxTokens: 77,
        padding: 'max',
        padId: 49407,
        idType: 'int64',
        clean: 'none',
      },
      logitScale: 100,
    })
    expect(manifest.image.mean[0]).toBeCloseTo(0.48145466, 6)
    expect(fileNames).toEqual(['onnx/vision_model.onnx', 'onnx/text_model.onnx', 'tokenizer.json'])
  })

  it('knows SigLIP 2, and takes float16 pictures rather than 8 bits', () => {
    expect(recognised(siglip2).manifest).toMatchObject({
      id: 'siglip2-base-patch16-224-onnx',
      embeddingDim: 768,
      image: {
        file: 'onnx/vision_model_fp16.onnx',
        output: 'pooler_output',
        resize: 'squash',
        interpolation: 'bilinear',
      },
      text: { file: 'onnx/text_model_int8.onnx', maxTokens: 64, padding: 'max', padId: 0, clean: 'lowercase' },
      logitScale: 112.67,
      logitBias: -16.7717,
    })
  })

  it('knows SigLIP, whose texts lose their punctuation and are filled up with </s>', () => {
    const config = { model_type: 'siglip', text_config: {}, vision_config: {} }
    const tokenizer = {
      model: {
        type: 'Unigram',
        vocab: [
          ['<unk>', 0],
          ['</s>', 0],
        ],
      },
    }
    const facts = withJson(withJson(siglip2, 'config.json', config), 'tokenizer.json', tokenizer)
    const { manifest } = recognised(withJson(facts, 'tokenizer_config.json', { pad_token: '</s>' }))
    expect(manifest.text).toMatchObject({ clean: 'canonicalize', padId: 1, maxTokens: 64 })
  })

  it('knows Immich’s folders, and copies weights that lie beside a graph', () => {
    const { manifest, fileNames } = recognised(immich)
    expect(manifest).toMatchObject({
      id: 'vit-b-32-openai',
      name: 'ViT-B-32 openai',
      image: {
        file: 'visual/model.onnx',
        input: 'image',
        output: 'image_embedding',
        resize: 'shortest',
        crop: 'center',
      },
      text: { file: 'textual/model.onnx', inputs: { ids: 'text' }, idType: 'int32', maxTokens: 77, padId: 0 },
    })
    expect(fileNames).toContain('textual/model.onnx.data')
  })

  it('knows Immich’s newer graphs, which take bytes and normalise them themselves', () => {
    const [visual, textual] = immich.graphs
    const bytes = { ...visual!, inputs: [port('image', 'uint8', 'batch', 224, 224, 3)] }
    const { manifest } = recognised({ ...immich, graphs: [bytes, textual!] })
    expect(manifest.image.layout).toBe('nhwc')
    expect(manifest.image.mean).toEqual([0, 0, 0])
    expect((200 / 255 - manifest.image.mean[0]) / manifest.image.std[0]).toBeCloseTo(200, 9)
  })

  it('knows MobileCLIP, whose pictures are not normalised and whose padding is “!”', () => {
    const preprocessing = { ...clipPreprocessing, do_normalize: false, resample: 2, size: { shortest_edge: 256 } }
    const facts = withJson(xenovaClip, 'preprocessor_config.json', {
      ...preprocessing,
      crop_size: { height: 256, width: 256 },
    })
    const { manifest } = recognised(withJson(facts, 'tokenizer_config.json', { pad_token: '!' }))
    expect(manifest.image).toMatchObject({ width: 256, interpolation: 'bilinear' })
    expect(manifest.image.mean.concat(manifest.image.std)).toEqual([0, 0, 0, 1, 1, 1].map((x) => expect.closeTo(x, 9)))
    expect(manifest.text.padId).toBe(0)
  })

  it('knows one graph for both halves, with a mask (Chinese-CLIP)', () => {
    const both: GraphFacts = {
      file: 'onnx/model.onnx',
      inputs: [
        port('input_ids', 'int64', 'text_batch_size', 'sequence_length'),
        port('pixel_values', 'float32', 'image_batch_size', 'num_channels', 'height', 'width'),
        port('attention_mask', 'int64', 'text_batch_size', 'sequence_length'),
      ],
      outputs: [
        port('logits_per_image', 'float32', 'image_batch_size', 'text_batch_size'),
        port('logits_per_text', 'float32', 'text_batch_size', 'image_batch_size'),
        port('text_embeds', 'float32', 'text_batch_size', 512),
        port('image_embeds', 'float32', 'image_batch_size', 512),
      ],
    }
    const files = filesOf([
      'config.json',
      'preprocessor_config.json',
      'tokenizer.json',
      'onnx/model.onnx',
      'onnx/model_quantized.onnx',
    ])
    const facts = withJson({ ...xenovaClip, files, graphs: [both] }, 'config.json', {
      model_type: 'chinese_clip',
      text_config: { max_position_embeddings: 512, vocab_size: 21128 },
    })
    const { manifest, fileNames } = recognised(facts)
    expect(manifest.text).toMatchObject({
      inputs: { ids: 'input_ids', mask: 'attention_mask' },
      maxTokens: 52,
      padding: 'longest',
    })
    expect(manifest.image.file).toBe(manifest.text.file)
    expect(fileNames).toEqual(['onnx/model.onnx', 'tokenizer.json'])
  })

  it('knows a multilingual tower of open_clip, which pads as its own tokenizer does', () => {
    const config = {
      embed_dim: 512,
      vision_cfg: {},
      text_cfg: { hf_model_name: 'xlm-roberta-base', hf_tokenizer_name: 'xlm-roberta-base' },
    }
    const tokenizer = { model: { type: 'Unigram', vocab: [] }, added_tokens: [{ id: 1, content: '<pad>' }] }
    const facts = withJson(withJson(immich, 'config.json', config), 'textual/tokenizer.json', tokenizer)
    const { manifest } = recognised(
      withJson(facts, 'textual/tokenizer_config.json', { pad_token: { content: '<pad>' } }),
    )
    expect(manifest.text).toMatchObject({ padId: 1, maxTokens: 77, padding: 'max' })
  })

  it.each([
    ['no tokenizer', without(xenovaClip, 'tokenizer.json'), /There is no tokenizer\.json/],
    ['no configuration', without(xenovaClip, 'config.json'), /There is no config\.json/],
    ['no preprocessing', without(xenovaClip, 'preprocessor_config.json'), /preprocessor_config\.json/],
    [
      'other weights',
      { ...xenovaClip, files: filesOf(['model.safetensors', 'config.json']) },
      /model\.safetensors is of another kind/,
    ],
    ['nothing', { ...xenovaClip, files: [] }, /no ONNX file/],
    [
      'several models',
      { ...xenovaClip, files: [...xenovaClip.files, ...filesOf(['s2/vision_model.onnx'])] },
      /several models: onnx, s2/,
    ],
    ['an unread graph', { ...xenovaClip, graphs: [clipVision] }, /onnx\/text_model\.onnx can’t be read/],
    ['another kind of model', withJson(xenovaClip, 'config.json', { model_type: 'bert' }), /does not know \(bert\)/],
    ['pictures of any shape', withJson(siglip2, 'config.json', { model_type: 'siglip2' }), /NaFlex/],
    ['a configuration of nothing', withJson(xenovaClip, 'config.json', 'x'), /no configuration/],
    ['a broken tokenizer', withJson(xenovaClip, 'tokenizer.json', []), /no tokenizer\.json that Winnow understands/],
    [
      'a cut inside',
      withJson(xenovaClip, 'preprocessor_config.json', { ...clipPreprocessing, size: { shortest_edge: 256 } }),
      /shorter side 256 and then cuts 224 x 224/,
    ],
    [
      'no projection',
      { ...xenovaClip, graphs: [{ ...clipVision, outputs: [port('pooler_output', 'float32', 'b', 768)] }, clipText] },
      /with projection/,
    ],
    [
      'two models',
      { ...xenovaClip, graphs: [clipVision, { ...clipText, outputs: [port('text_embeds', 'float32', 'b', 768)] }] },
      /512 numbers and words 768/,
    ],
    [
      'another size',
      {
        ...xenovaClip,
        graphs: [{ ...clipVision, inputs: [port('pixel_values', 'float32', 1, 3, 336, 336)] }, clipText],
      },
      /takes pictures of 336 x 336/,
    ],
  ])('says what is wrong: %s', (_, facts, sentence) => {
    expect(missing(facts).join('\n')).toMatch(sentence)
  })

  it('lists all that is missing at once', () => {
    expect(missing({ ...xenovaClip, files: filesOf(['onnx/vision_model.onnx', 'vocab.json', 'merges.txt']) })).toEqual([
      'There is no text encoder: a file like onnx/text_model.onnx or textual/model.onnx.',
      'There is no tokenizer.json (vocab.json, merges.txt alone can’t be used).',
    ])
  })
})

describe('whatToRead', () => {
  it('names the few files that tell what a model is', () => {
    expect(whatToRead(xenovaClip.files)).toEqual({
      json: ['config.json', 'preprocessor_config.json', 'tokenizer.json', 'tokenizer_config.json'],
      graphs: ['onnx/vision_model.onnx', 'onnx/text_model.onnx'],
    })
    expect(whatToRead([])).toEqual({ json: [], graphs: [] })
  })
})
