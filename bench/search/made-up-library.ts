import { mkdirSync } from 'node:fs'
import { encodeFloat16 } from '../../src/core/vector/float16.ts'
import { normalise } from '../../src/core/vector/normalise.ts'
import { rowOf } from '../../src/core/vector/vector-matrix.ts'
import type { VectorMatrix } from '../../src/core/vector/vector-matrix.ts'
import type { ModelManifest } from '../../src/core/model/manifest.ts'
import { openDatabase } from '../../src/library/store/database.ts'
import { createStore } from '../../src/library/store/store.ts'
import { seededRandom } from '../teach/seeded-random.ts'

const photosPerFolder = 120
const batch = 5000

/**
 * Stores a library of photos that were never files: three years of them for each 10,000, in folders of 120, with embeddings
 * between two of the neutral photos that come with the model, so that categories find about what they find in life.
 */
export function makeUpLibrary(dataDir: string, count: number, manifest: ModelManifest, background: VectorMatrix): void {
  mkdirSync(dataDir, { recursive: true })
  const database = openDatabase({ dataDir, access: 'write', nowMs: Date.now() })
  database.pragma('synchronous = OFF')
  const store = createStore(database)
  const random = seededRandom(count)
  const modelId = store.model.ensure(manifest)
  const folderId = store.folder.insert('/made-up', 0)
  const insertPhoto = database.prepare<[string, number], { id: number }>(
    `INSERT INTO photo (content_hash, width_px, height_px, average_colour, media_type, taken_at_ms, taken_at_source, thumbnail_version)
     VALUES (?, 4032, 3024, 8421504, 'image/jpeg', ?, 'exif', 1) RETURNING id`,
  )
  const insertFile = database.prepare<[number, string, number]>(
    `INSERT INTO file (folder_id, relative_path, size_bytes, mtime_ms, photo_id, state, verified)
     VALUES (?, ?, 3000000, 0, ?, 'ready', 1)`,
  )
  const insertEmbedding = database.prepare<[number, number, Uint8Array]>('INSERT INTO embedding VALUES (?, ?, ?)')
  for (let first = 0; first < count; first += batch) {
    store.transaction(() => {
      for (let i = first; i < Math.min(count, first + batch); i++) {
        const takenAtMs = Date.UTC(2024, 0, 1) - i * 9_460_800
        const { id } = insertPhoto.get(i.toString(16).padStart(32, '0'), takenAtMs)!
        const year = new Date(takenAtMs).getUTCFullYear()
        insertFile.run(folderId, `${year}/Trip ${Math.floor(i / photosPerFolder)}/IMG_${i}.jpg`, id)
        insertEmbedding.run(modelId, id, encodeFloat16(between(background, random)))
      }
    })
  }
  database.close()
}

function between(background: VectorMatrix, random: () => number): Float32Array {
  const a = rowOf(background, Math.floor(random() * background.rows))
  const b = rowOf(background, Math.floor(random() * background.rows))
  const share = 0.6 + 0.4 * random()
  return normalise(a.map((value, i) => value * share + b[i]! * (1 - share)))
}
