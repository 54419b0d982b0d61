import type { ImportResult } from './sharing-store.ts'

/** "Added Beach with 12 examples", "Added Beach, Boats and 3 more". */
export function importedWords(created: ImportResult['created']): string {
  const [first, second, ...rest] = created
  if (first === undefined) return 'Nothing was added'
  if (second === undefined) {
    const { name, exampleCount } = first
    if (exampleCount === 0) return `Added ${name}`
    return `Added ${name} with ${exampleCount === 1 ? '1 example' : `${exampleCount.toLocaleString('en')} examples`}`
  }
  if (rest.length === 0) return `Added ${first.name} and ${second.name}`
  return `Added ${first.name}, ${second.name} and ${rest.length.toLocaleString('en')} more`
}
