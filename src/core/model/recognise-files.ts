export interface FileFacts {
  /** Inside the folder, parts divided by "/". */
  readonly name: string
  readonly bytes: number
}

/** Which files of a folder are which part of a model, by their names alone. */
export interface ModelParts {
  /** The same file twice where one graph holds both encoders. */
  readonly image: string
  readonly text: string
  readonly tokenizer: string
  readonly tokenizerConfig: string | undefined
  /** "config.json": of transformers, or of open_clip. */
  readonly config: string | undefined
  /** "preprocessor_config.json" of transformers, or "preprocess_cfg.json" of open_clip. */
  readonly preprocess: string | undefined
  /** Weights that lie beside the graphs; a graph names them and can't be loaded without. */
  readonly weights: readonly string[]
}

type Tower = 'image' | 'text' | 'both'

/**
 * Finds the parts of a model among the files of a folder, in the layouts that people's exports have: transformers.js
 * (`onnx/vision_model*.onnx`, `onnx/text_model*.onnx`, or `onnx/model*.onnx` for both) and Immich (`visual/model.onnx`,
 * `textual/model.onnx`).
 * @returns the parts, or sentences that say what is missing
 */
export function findModelParts(files: readonly FileFacts[]): ModelParts | { readonly missing: readonly string[] } {
  const names = files.map((file) => file.name)
  const graphs = names.filter((name) => name.endsWith('.onnx'))
  if (graphs.length === 0) return { missing: [noGraphs(names)] }
  const both = bestOf(graphs, 'both')
  const image = bestOf(graphs, 'image') ?? both
  const text = bestOf(graphs, 'text') ?? both
  const tokenizer = text === undefined ? undefined : nearest(names, 'tokenizer.json', text)
  const several = foldersOf(graphs.filter((name) => towerOf(name) === 'image'))
  const missing = [
    ...(several.length > 1
      ? [`It holds several models: ${several.join(', ')}. Put one of them in a folder of its own.`]
      : []),
    ...(image === undefined
      ? ['There is no image encoder: a file like onnx/vision_model.onnx or visual/model.onnx.']
      : []),
    ...(text === undefined
      ? ['There is no text encoder: a file like onnx/text_model.onnx or textual/model.onnx.']
      : []),
    ...(tokenizer === undefined ? [noTokenizer(names)] : []),
  ]
  if (image === undefined || text === undefined || tokenizer === undefined || missing.length > 0) return { missing }
  return {
    image,
    text,
    tokenizer,
    tokenizerConfig: nearest(names, 'tokenizer_config.json', text),
    config: nearest(names, 'config.json', '') ?? nearest(names, 'open_clip_config.json', ''),
    preprocess: nearest(names, 'preprocess_cfg.json', image) ?? nearest(names, 'preprocessor_config.json', image),
    weights: names.filter((name) => isWeightsOf(name, image) || isWeightsOf(name, text)),
  }
}

/** By the file's own name first, and where that says nothing ("model.onnx") by its folder's. */
function towerOf(name: string): Tower | null {
  const parts = name.toLowerCase().split('/')
  const base = parts.at(-1) ?? ''
  for (const part of [base, parts.at(-2) ?? '']) {
    if (/vision|visual|image/.test(part)) return 'image'
    if (/text/.test(part)) return 'text'
  }
  return base.startsWith('model') ? 'both' : null
}

/**
 * float32 first: it is right everywhere, and the quickest on a processor. float16 next. 8 bits and fewer last: image encoders
 * are known to lose much by them.
 */
const precisions = [
  /^[^_]*(_(model|encoder))?\.onnx$/,
  /_(fp32|f32)\.onnx$/,
  /_(fp16|f16)\.onnx$/,
  /_(quantized|int8|uint8)\.onnx$/,
]

function bestOf(graphs: readonly string[], tower: Tower): string | undefined {
  return graphs
    .filter((name) => towerOf(name) === tower)
    .sort((a, b) => precisionRank(a) - precisionRank(b) || a.length - b.length || (a < b ? -1 : 1))[0]
}

function precisionRank(name: string): number {
  const base = name.split('/').at(-1) ?? ''
  const at = precisions.findIndex((precision) => precision.test(base))
  return at === -1 ? precisions.length : at
}

function foldersOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => folderOf(name) || 'the folder itself'))]
}

function folderOf(name: string): string {
  return name.split('/').slice(0, -1).join('/')
}

/** Of files of this name, the one beside `from`, else in the nearest folder above it, else the only one there is. */
function nearest(names: readonly string[], base: string, from: string): string | undefined {
  const parts = from.split('/').slice(0, -1)
  for (let depth = parts.length; depth >= 0; depth--) {
    const name = [...parts.slice(0, depth), base].join('/')
    if (names.includes(name)) return name
  }
  const others = names.filter((name) => name.endsWith(`/${base}`))
  return others.length === 1 ? others[0] : undefined
}

/** "model.onnx_data", "model.onnx.data", "model.onnx_data_1": the ways exporters call them. */
function isWeightsOf(name: string, graph: string): boolean {
  return name.startsWith(graph) && /^[._]data(_\d+)?$/.test(name.slice(graph.length))
}

function noGraphs(names: readonly string[]): string {
  const others = names.filter((name) => /\.(safetensors|bin|pt|pth|msgpack|h5|gguf|tflite|mlpackage)$/.test(name))
  const first = others[0]
  return first === undefined
    ? 'There is no ONNX file in it (a name that ends in .onnx).'
    : `Winnow runs ONNX files (names that end in .onnx), and there is none; ${first} is of another kind. Look for an ONNX export of this model.`
}

function noTokenizer(names: readonly string[]): string {
  const others = names.filter((name) =>
    /(vocab\.json|merges\.txt|spiece\.model|sentencepiece.*\.model|vocab\.txt)$/.test(name),
  )
  const beside = others.length === 0 ? '' : ` (${others.join(', ')} alone can’t be used)`
  return `There is no tokenizer.json${beside}.`
}
