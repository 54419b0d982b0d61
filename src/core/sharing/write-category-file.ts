import { encodeFloat16 } from '../vector/float16.ts'
import { categoryFileFormat, categoryFileVersion } from './category-file.ts'
import type { CategoryFile, SharedExample } from './category-file.ts'

/** The text of a file of shared categories; a line a category and an example, so that people can read and compare it. */
export function writeCategoryFile({ model, categories, choices }: CategoryFile): string {
  const hasVectors = categories.some(({ examples }) => examples.some(({ vector }) => vector !== null))
  const lines = categories.map(({ examples, ...category }) => {
    const body = JSON.stringify(category).slice(0, -1)
    if (examples.length === 0) return `${body},"examples":[]}`
    return `${body},"examples":[\n${examples.map((example) => JSON.stringify(exampleForm(example))).join(',\n')}\n]}`
  })
  const head = {
    format: categoryFileFormat,
    version: categoryFileVersion,
    model: hasVectors ? model : null,
    choices,
  }
  return `${JSON.stringify(head).slice(0, -1)},"categories":[\n${lines.join(',\n')}\n]}\n`
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
