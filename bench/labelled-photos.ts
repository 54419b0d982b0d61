import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const photosDir = join(import.meta.dirname, '../../shared/photos')

export interface LabelledPhoto {
  /** Absolute. */
  readonly path: string
  readonly labels: readonly string[]
  /** photo, art_painting, cartoon or sketch in the set "domains", else ''. */
  readonly domain: string
  /** Which half a number may be tuned on. By a hash of the name, so that it is the same in every benchmark. */
  readonly half: 'tune' | 'report'
}

export type LabelledSet = 'caltech' | 'coco' | 'domains' | 'flowers' | 'receipts' | 'weather'

/** Labels that are no English name of what is in the photo, and what the model's card asks for instead. */
const wordsOfLabel: Readonly<Record<string, string>> = {
  shine: 'sunny sky',
  rain: 'rainy day',
  cloudy: 'cloudy sky',
  cougar_body: 'cougar',
}

export function wordsOf(label: string): string {
  return wordsOfLabel[label] ?? label.replaceAll('_', ' ')
}

/** Whether the photos lie beside the repository; where they don't, a benchmark says so and stops. */
export function hasLabelledPhotos(): boolean {
  return existsSync(photosDir)
}

export async function readLabelledPhotos(set: LabelledSet): Promise<readonly LabelledPhoto[]> {
  const lines = (await readFile(join(photosDir, set, 'labels.csv'), 'utf8')).split(/\r?\n/).slice(1)
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [path = '', labels = '', domain = ''] = line.split(',')
      return {
        path: join(photosDir, set, path),
        labels: labels.split('|').filter((label) => label !== ''),
        domain,
        half: hashOf(`${set}/${path}`) % 2 === 0 ? 'tune' : 'report',
      }
    })
}

/** FNV-1a, 32 bits. Its lowest bit is a parity, which deals numbered files of a class out evenly. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
