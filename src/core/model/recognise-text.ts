import { z } from 'zod'
import type { GraphFacts } from './graph-facts.ts'
import { inputRole } from './input-role.ts'
import type { TextInput } from './manifest.ts'
import type { ModelFamily } from './recognise-family.ts'

/** Of a `tokenizer.json`, what tells whether Winnow can use it and what it pads with. */
const tokenizerSchema = z.object({
  model: z.object({ type: z.string().optional(), vocab: z.unknown().optional() }),
  added_tokens: z.array(z.object({ id: z.int().nonnegative(), content: z.string() })).default([]),
  padding: z.object({ pad_id: z.int().nonnegative() }).nullish(),
})
const tokenizerConfigSchema = z.object({
  pad_token: z.union([z.string(), z.object({ content: z.string() })]).nullish(),
})

export interface TokenizerFacts {
  readonly file: string
  readonly json: unknown
  /** `tokenizer_config.json`, as parsed; undefined where there is none. */
  readonly config: unknown
}

/**
 * The text half of a manifest: what the family's authors do to texts, and what graph and tokenizer say themselves.
 * @param output the name of the output that was chosen
 * @returns the half, or a sentence that says what is not understood
 */
export function recogniseText(
  graph: GraphFacts,
  tokenizer: TokenizerFacts,
  family: ModelFamily,
  output: string,
): TextInput | string {
  const parsed = tokenizerSchema.safeParse(tokenizer.json)
  if (!parsed.success) return `${tokenizer.file} is no tokenizer.json that Winnow understands.`
  const ids =
    graph.inputs.find((port) => inputRole(port.name) === 'ids') ??
    (graph.inputs.length === 1 ? graph.inputs[0] : undefined)
  if (ids === undefined)
    return `${graph.file} takes no words: its inputs are ${graph.inputs.map(({ name }) => name).join(', ')}.`
  if (ids.type !== 'int64' && ids.type !== 'int32')
    return `${graph.file} takes words as ${ids.type}, which Winnow does not know.`
  const mask = graph.inputs.find((port) => inputRole(port.name) === 'mask')
  const fixedLength = ids.shape[1]
  const maxTokens = typeof fixedLength === 'number' ? fixedLength : family.maxTokens
  return {
    file: graph.file,
    tokenizer: tokenizer.file,
    inputs: mask === undefined ? { ids: ids.name } : { ids: ids.name, mask: mask.name },
    output,
    maxTokens,
    // Without a mask the encoder may look at the padding, so that must be as long as where it was trained.
    padding: mask === undefined || family.readsPadding || typeof fixedLength === 'number' ? 'max' : 'longest',
    padId: family.padId ?? padIdOf(parsed.data, tokenizer.config) ?? 0,
    idType: ids.type,
    clean: family.clean,
  }
}

function padIdOf(tokenizer: z.infer<typeof tokenizerSchema>, config: unknown): number | undefined {
  const token = tokenizerConfigSchema.safeParse(config).data?.pad_token
  const content = typeof token === 'object' ? token?.content : token
  const known = content === undefined ? undefined : idOf(tokenizer, content)
  return known ?? tokenizer.padding?.pad_id
}

/** BPE and WordPiece list their tokens by name, Unigram one after the other with a score. */
function idOf(
  { added_tokens: added, model: { vocab } }: z.infer<typeof tokenizerSchema>,
  token: string,
): number | undefined {
  const special = added.find(({ content }) => content === token)
  if (special !== undefined) return special.id
  if (Array.isArray(vocab)) {
    const at = vocab.findIndex((entry) => Array.isArray(entry) && entry[0] === token)
    return at === -1 ? undefined : at
  }
  const id = z.record(z.string(), z.unknown()).safeParse(vocab).data?.[token]
  return typeof id === 'number' ? id : undefined
}
