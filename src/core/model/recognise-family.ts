import { z } from 'zod'
import type { ModelManifest, TextInput } from './manifest.ts'

/** What a model's configuration tells of it beyond its files. */
export interface ModelFamily {
  /** Where the configuration says it: "openai/clip-vit-base-patch32". */
  readonly name: string | undefined
  readonly maxTokens: number
  /** Whether the text encoder attends to padding. */
  readonly readsPadding: boolean
  /** Where training used another one than the tokenizer's files say. */
  readonly padId: number | undefined
  readonly clean: TextInput['clean']
  readonly embeddingDim: number | undefined
  readonly scale: Pick<ModelManifest, 'logitScale' | 'logitBias'>
  /** Whether "pooler_output" is the embedding. Elsewhere it is what comes before the projection into the common space. */
  readonly isPoolerEmbedding: boolean
}

/** `config.json` of open_clip, which Immich keeps beside its exports; its own files put it into `model_cfg`. */
const openClipSchema = z.object({
  embed_dim: z.int().positive(),
  init_logit_bias: z.number().optional(),
  text_cfg: z.object({
    context_length: z.int().positive().default(77),
    hf_tokenizer_name: z.string().optional(),
    tokenizer_kwargs: z.object({ clean: z.string().optional() }).nullish(),
  }),
})

const towerSchema = z
  .object({
    max_position_embeddings: z.int().positive().optional(),
    hidden_size: z.int().positive().optional(),
    vocab_size: z.int().positive().optional(),
    projection_size: z.int().positive().optional(),
  })
  .default({})
/** `config.json` of transformers. */
const transformersSchema = z.object({
  model_type: z.string(),
  _name_or_path: z.string().optional(),
  projection_dim: z.int().positive().optional(),
  text_config: towerSchema,
  vision_config: towerSchema,
})

/**
 * CLIP's temperature grows in training and is clipped at 100 (Radford et al. 2021, §2.5); OpenAI's weights and open_clip's all
 * end there. Configurations only know what it began with (`logit_scale_init_value` 2.6592, which is ln(1 / 0.07)).
 */
const clipScale = { logitScale: 100 }
/**
 * SigLIP's are learned and differ a little between its members; configurations lack them too. These are of
 * google/siglip2-base-patch16-224 (exp(4.72445) and -16.7717, as huggingface.co/SortaPhotos/siglip2-base-patch16-224-onnx
 * reads them from its weights).
 */
const siglipScale = { logitScale: 112.67, logitBias: -16.7717 }
/** Gemma's vocabulary, which SigLIP 2 has. Its authors only make lower case, SigLIP's also take punctuation away. */
const gemmaVocabulary = 256_000

/** @returns what `config.json` tells, or a sentence that says why it can't be used */
export function recogniseFamily(file: string, json: unknown): ModelFamily | string {
  const whole = z.object({ model_cfg: z.unknown() }).safeParse(json).data?.model_cfg ?? json
  const openClip = openClipSchema.safeParse(whole)
  if (openClip.success) return ofOpenClip(openClip.data)
  const transformers = transformersSchema.safeParse(json)
  if (!transformers.success) return `${file} is no configuration of transformers or open_clip.`
  return ofTransformers(file, transformers.data)
}

function ofOpenClip({
  embed_dim: embeddingDim,
  init_logit_bias: bias,
  text_cfg: text,
}: z.infer<typeof openClipSchema>): ModelFamily {
  const clean = text.tokenizer_kwargs?.clean
  const isSigmoid = bias !== undefined
  return {
    name: undefined,
    maxTokens: text.context_length,
    readsPadding: true,
    // open_clip's own tokenizer, CLIP's, fills up with 0, whatever Hugging Face's files of it say.
    padId: text.hf_tokenizer_name === undefined ? 0 : undefined,
    clean: clean === 'canonicalize' ? 'canonicalize' : clean === 'lower' ? 'lowercase' : 'none',
    embeddingDim,
    scale: isSigmoid ? siglipScale : clipScale,
    isPoolerEmbedding: false,
  }
}

function ofTransformers(file: string, config: z.infer<typeof transformersSchema>): ModelFamily | string {
  const { model_type: type, _name_or_path: name, text_config: text, vision_config: vision } = config
  const common = { name, padId: undefined }
  if (/naflex/i.test(name ?? '') || type === 'siglip2') {
    return `${file} is of a SigLIP 2 that takes pictures of any shape (NaFlex); Winnow needs one of a fixed size.`
  }
  if (type === 'siglip') {
    return {
      ...common,
      maxTokens: text.max_position_embeddings ?? 64,
      readsPadding: true,
      clean: text.vocab_size === gemmaVocabulary ? 'lowercase' : 'canonicalize',
      embeddingDim: text.projection_size ?? vision.hidden_size ?? 768,
      scale: siglipScale,
      isPoolerEmbedding: true,
    }
  }
  if (!/clip/.test(type))
    return `${file} is of a model that Winnow does not know (${type}); it must be of CLIP's or SigLIP's kind.`
  return {
    ...common,
    // Chinese-CLIP's encoder could take 512; its authors use 52.
    maxTokens: type === 'chinese_clip' ? 52 : Math.min(text.max_position_embeddings ?? 77, mostTokens),
    readsPadding: false,
    clean: 'none',
    embeddingDim: config.projection_dim ?? (type === 'clip' || type === 'chinese_clip' ? 512 : undefined),
    scale: clipScale,
    isPoolerEmbedding: false,
  }
}

/** Longer sentences are not what people type, and each token costs time. */
const mostTokens = 512
