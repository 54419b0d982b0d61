import { encodeFloat16 } from '../vector/float16.ts'
import { categoryFileFormat, categoryFileVersion } from './category-file.ts'
import type { CategoryFile, SharedExample } from './category-file.ts'

/**
 * The text of a file of shared categories, piece by piece, so that a large one needs no long pause; a line a category and an example, so
 * that people can read and compare it.
 */
export function* writeCategoryFile({ model, categories, choices }: CategoryFile): Generator<string> {
  const hasVectors = categories.some(({ examples }) => examples.some(({ vector }) => vector !== null))
  const head = {
    format: categoryFileFormat,
    version: categoryFileVersion,
    model: hasVectors ? model : null,
    choices,
  }
  yield `${JSON.stringify(head).slice(0, -1)},"categories":[`
  for (const [index, { examples, ...category }] of categories.entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(category).slice(0, -1)},"examples":[`
    for (const [at, example] of examples.entries()) {
      yield `${at === 0 ? '' : ','}\n${JSON.stringify(exampleForm(example))}`
    }
    yield examples.length === 0 ? ']}' : '\n]}'
  }
  yield '\n]}\n'
}

/** `vector` is float16, little-endian, in base64. */
function exampleForm({ verdict, hash, vector }: SharedExample): Record<string, string> {
  return {
    verdict,
    ...(hash !== null && { hash }),
    ...(vector !== null && { vector: base64Of(encodeFloat16(vector)) }),
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
