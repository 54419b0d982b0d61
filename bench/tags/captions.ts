import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface CaptionedPhoto {
  /** Absolute. */
  readonly path: string
  readonly captions: readonly string[]
}

/** The rows of a `captions.csv`: path, then a sentence that is quoted where it holds commas. Grouped by photo, in order. */
export async function readCaptions(csvPath: string): Promise<readonly CaptionedPhoto[]> {
  const captions = new Map<string, string[]>()
  for (const line of (await readFile(csvPath, 'utf8')).split(/\r?\n/).slice(1)) {
    const comma = line.indexOf(',')
    if (comma < 0) continue
    const path = join(dirname(csvPath), line.slice(0, comma))
    const known = captions.get(path) ?? []
    known.push(unquote(line.slice(comma + 1)))
    captions.set(path, known)
  }
  return [...captions].map(([path, sentences]) => ({ path, captions: sentences }))
}

function unquote(field: string): string {
  return field.startsWith('"') && field.endsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field
}
