import type { GraphFacts, GraphPort } from './graph-facts.ts'

/** Best first: names that exporters give to an embedding in the space that pictures and words share. */
const names = {
  image: [/^image_(embeds|embedding|embeddings|features)$/, /^l2norm_image_embeddings$/],
  text: [/^text_(embeds|embedding|embeddings|features)$/, /^l2norm_text_embeddings$/],
}
const anyNames = [/^(embeddings?|features|sentence_embedding)$/, /^output/]

/**
 * Which output of a graph is the embedding.
 * @param isPooler whether "pooler_output" is one
 * @returns the output, or a sentence that says why there is none
 */
export function recogniseOutput(graph: GraphFacts, what: 'image' | 'text', isPooler: boolean): GraphPort | string {
  const rows = graph.outputs.filter(({ shape }) => shape.length === 2 || shape.length === 0)
  const wanted = [...names[what], ...(isPooler ? [/^pooler_output$/] : []), ...anyNames]
  for (const name of wanted) {
    const found = rows.find((port) => name.test(port.name))
    if (found !== undefined) return found
  }
  const rest = rows.filter((port) => !/pooler|logits/.test(port.name))
  if (rest.length === 1 && rest[0] !== undefined) return rest[0]
  const given = graph.outputs.map((port) => port.name).join(', ')
  return rows.some((port) => port.name === 'pooler_output')
    ? `${graph.file} only answers ${given}: that is what comes before the step into the space that pictures and words share. An export “with projection” is needed.`
    : `${graph.file} has no output that is one embedding a ${what === 'image' ? 'picture' : 'text'}; it answers ${given}.`
}
