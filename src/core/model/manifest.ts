import { z } from 'zod'

/** What this version of Winnow can read; a folder with another `format` is refused by its number. */
export const manifestFormat = 1

/**
 * A name inside the model folder. Model folders are downloaded, so a name must not be able to lead out of them: no
 * absolute path, no drive, no `..`, no backslash, no control character.
 */
export const modelFileNameSchema = z
  .string()
  .min(1)
  .max(200)
  .refine(
    (name) => /^[^\\:\p{Cc}]+$/u.test(name) && name.split('/').every((part) => !['', '.', '..'].includes(part)),
    'must be a plain path inside the model folder',
  )

const sidePxSchema = z.int().min(16).max(2048)
const channelTripleSchema = z.tuple([z.number(), z.number(), z.number()])

/** How pixels become the image encoder's input. open_clip's preprocessing configuration, in its words. */
export const imageInputSchema = z.object({
  file: modelFileNameSchema,
  /** Names of the graph's input and output. */
  input: z.string().min(1),
  output: z.string().min(1),
  width: sidePxSchema,
  height: sidePxSchema,
  /** `squash` ignores the aspect, `shortest` fills the frame (then `crop`), `longest` fits inside and pads with black. */
  resize: z.enum(['squash', 'shortest', 'longest']),
  crop: z.enum(['none', 'center']),
  interpolation: z.enum(['nearest', 'bilinear', 'bicubic', 'lanczos']),
  /** Winnow's resizing always filters before it shrinks, as Pillow and torchvision do; a model trained without is refused. */
  antialias: z.literal(true),
  channels: z.enum(['rgb', 'bgr']),
  layout: z.enum(['nchw', 'nhwc']),
  /** For pixels in 0 … 1, in the order of `channels`. */
  mean: channelTripleSchema,
  std: channelTripleSchema.refine((std) => std.every((value) => value > 0), 'must be above zero'),
})
export type ImageInput = z.infer<typeof imageInputSchema>

export const textInputSchema = z.object({
  file: modelFileNameSchema,
  /** A Hugging Face `tokenizer.json`. */
  tokenizer: modelFileNameSchema,
  inputs: z.object({ ids: z.string().min(1), mask: z.string().min(1).optional() }),
  output: z.string().min(1),
  /** Special tokens included. */
  maxTokens: z.int().min(2).max(8192),
  /** `longest` pads to the longest text of a batch, `max` always to `maxTokens`. */
  padding: z.enum(['longest', 'max']),
  /** Fills up to the padded length. */
  padId: z.int().nonnegative().default(0),
  idType: z.enum(['int64', 'int32']),
  /** What the model's authors do to a text before the tokenizer; `canonicalize` is SigLIP's: lower case, no punctuation. */
  clean: z.enum(['none', 'lowercase', 'canonicalize']).default('none'),
})
export type TextInput = z.infer<typeof textInputSchema>

/** `manifest.json` of a model folder: all that a loader needs, so that no code knows a model by name. */
export const modelManifestSchema = z
  .object({
    format: z.literal(manifestFormat),
    id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/),
    version: z.string().min(1).max(40),
    name: z.string().min(1).max(100),
    embeddingDim: z.int().min(1).max(8192),
    image: imageInputSchema,
    text: textInputSchema,
    /** Whether both encoders already answer unit vectors. */
    normalized: z.boolean(),
    /** CLIP's temperature: softmax over classes is taken of `logitScale` x cosine. */
    logitScale: z.number().positive(),
    /** SigLIP's bias, added after the scale. */
    logitBias: z.number().optional(),
    /** Of the embedding, the first `aligned` numbers face words, the next `visual` only other photos (zero for a text). */
    parts: z
      .object({ aligned: z.int().positive(), visual: z.int().nonnegative(), visualWeight: z.number().min(0).max(1) })
      .optional(),
    /** Cosine of word and photo to probability, as the model's author fitted it: sigmoid(scale x cosine + bias). */
    word: z.object({ scale: z.number(), bias: z.number() }).optional(),
    /** Embeddings of neutral photos, row after row. */
    background: z
      .object({ file: modelFileNameSchema, rows: z.int().positive(), type: z.enum(['float16le', 'float32le']) })
      .optional(),
    /** Sentences that words are put into: a set that Winnow knows by name, or the model's own, each with one `{}`. */
    templates: z
      .union([
        z.enum(['simple', 'clip-7', 'clip-80']),
        z
          .array(z.string().regex(/^[^{}]*\{\}[^{}]*$/))
          .min(1)
          .max(200),
      ])
      .default('simple'),
    licence: z.string().optional(),
    /** Every file the model needs, so that a half-copied folder is told apart from a whole one. */
    files: z
      .array(
        z.object({ name: modelFileNameSchema, bytes: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
      )
      .min(1)
      .max(100),
  })
  .refine(
    (manifest) => (manifest.image.resize === 'shortest') === (manifest.image.crop === 'center'),
    'a picture resized by its shortest side must be cropped, and no other can be',
  )
  .refine(
    (manifest) =>
      manifest.parts === undefined || manifest.parts.aligned + manifest.parts.visual === manifest.embeddingDim,
    'the parts must add up to embeddingDim',
  )
  .refine((manifest) => {
    const listed = new Set(manifest.files.map((file) => file.name))
    const { image, text, background } = manifest
    const needed = [image.file, text.file, text.tokenizer, ...(background === undefined ? [] : [background.file])]
    return needed.every((name) => listed.has(name))
  }, 'every file that is named must be listed under files')
export type ModelManifest = z.infer<typeof modelManifestSchema>
