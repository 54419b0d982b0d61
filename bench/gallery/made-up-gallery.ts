import { copyFile, link, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import sharp from 'sharp'
import { encodeFloat16 } from '../../src/core/vector/float16.ts'
import { rowOf } from '../../src/core/vector/vector-matrix.ts'
import type { VectorMatrix } from '../../src/core/vector/vector-matrix.ts'
import type { ModelManifest } from '../../src/core/model/manifest.ts'
import { thumbnailFile, thumbnailVersion } from '../../src/library/media/cache-files.ts'
import { openDatabase } from '../../src/library/store/database.ts'
import { createStore } from '../../src/library/store/store.ts'

/** NTFS lets a file have 1,023 names; with so many pictures 100,000 photos need 500 each. */
const differentPictures = 200
const photosPerFolder = 250
const years = 12
const yearMs = 365.25 * 86_400_000
const batch = 5000
const sets = ['coco', 'flickr', 'flowers', 'weather']

interface Picture {
  readonly originalPath: string
  readonly thumbnailPath: string
  readonly sizeBytes: number
  readonly mtimeMs: number
  readonly widthPx: number
  readonly heightPx: number
  /** 0xRRGGBB */
  readonly colour: number
}

/**
 * Makes a finished library of `count` photos over twelve years below `dir`: folders of real files and their thumbnails,
 * both names of the same few real pictures, and a database that says they are all read. Nothing is left to index.
 *
 * @returns the data folder
 */
export async function makeUpGallery(
  dir: string,
  count: number,
  photosDir: string,
  manifest: ModelManifest,
  background: VectorMatrix,
): Promise<string> {
  const pictures = await preparePictures(dir, photosDir)
  const dataDir = join(dir, 'data')
  const rootDir = join(dir, 'Photos')
  await mkdir(rootDir, { recursive: true })
  const database = openDatabase({ dataDir, access: 'write', nowMs: Date.now() })
  database.pragma('synchronous = OFF')
  const store = createStore(database)
  const modelId = store.model.ensure(manifest)
  const folderId = store.folder.insert(rootDir, Date.now())
  const insertPhoto = database.prepare<[string, number, number, number, number, number], { id: number }>(
    `INSERT INTO photo (content_hash, width_px, height_px, average_colour, media_type, taken_at_ms, taken_at_source, thumbnail_version)
     VALUES (?, ?, ?, ?, 'image/jpeg', ?, 'exif', ?) RETURNING id`,
  )
  const insertFile = database.prepare<[number, string, number, number, number]>(
    `INSERT INTO file (folder_id, relative_path, size_bytes, mtime_ms, photo_id, state, verified)
     VALUES (?, ?, ?, ?, ?, 'ready', 1)`,
  )
  const insertEmbedding = database.prepare<[number, number, Uint8Array]>('INSERT INTO embedding VALUES (?, ?, ?)')
  const vectors = pictures.map((_, i) => encodeFloat16(rowOf(background, i % background.rows)))
  for (let first = 0; first < count; first += batch) {
    const indexes = Array.from({ length: Math.min(batch, count - first) }, (_, i) => first + i)
    store.transaction(() => {
      for (const i of indexes) {
        const { widthPx, heightPx, colour, sizeBytes, mtimeMs } = pictureOf(pictures, i)
        const takenAtMs = Math.round(Date.UTC(2026, 9, 1) - (i / count) * years * yearMs)
        const { id } = insertPhoto.get(hashOf(i), widthPx, heightPx, colour, takenAtMs, thumbnailVersion)!
        insertFile.run(folderId, relativePathOf(i), sizeBytes, mtimeMs, id)
        insertEmbedding.run(modelId, id, vectors[i % vectors.length]!)
      }
    })
    await nameFiles(indexes, pictures, rootDir, join(dataDir, 'cache'))
  }
  database.close()
  return dataDir
}

/** Not simply in turn, or every screen would show the same run. */
function pictureOf(pictures: readonly Picture[], i: number): Picture {
  return pictures[(i + Math.floor(i / pictures.length) * 7) % pictures.length]!
}

function hashOf(i: number): string {
  // Thumbnails lie in 256 folders by the first two digits.
  return `${(i % 256).toString(16).padStart(2, '0')}${i.toString(16).padStart(30, '0')}`
}

function relativePathOf(i: number): string {
  return `Trip ${Math.floor(i / photosPerFolder)}/IMG_${i}.jpg`
}

async function nameFiles(
  indexes: readonly number[],
  pictures: readonly Picture[],
  rootDir: string,
  cacheDir: string,
): Promise<void> {
  const dirs = new Set(
    indexes.flatMap((i) => [join(rootDir, relativePathOf(i), '..'), join(thumbnailFile(cacheDir, hashOf(i)), '..')]),
  )
  await Promise.all([...dirs].map((dir) => mkdir(dir, { recursive: true })))
  for (const i of indexes) {
    const picture = pictureOf(pictures, i)
    await link(picture.originalPath, join(rootDir, relativePathOf(i)))
    await link(picture.thumbnailPath, thumbnailFile(cacheDir, hashOf(i)))
  }
}

async function preparePictures(dir: string, photosDir: string): Promise<readonly Picture[]> {
  const pictureDir = join(dir, 'pictures')
  await mkdir(pictureDir, { recursive: true })
  const paths = (await Promise.all(sets.map((set) => jpegsOf(join(photosDir, set))))).flatMap((paths) =>
    paths.slice(0, differentPictures / sets.length),
  )
  return await Promise.all(paths.map((path, i) => preparePicture(path, join(pictureDir, String(i)))))
}

async function jpegsOf(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && extname(entry.name) === '.jpg')
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function preparePicture(path: string, target: string): Promise<Picture> {
  const originalPath = `${target}.jpg`
  const thumbnailPath = `${target}.webp`
  await copyFile(path, originalPath)
  const upright = sharp(originalPath).autoOrient()
  const { data, info } = await upright.resize(512, 512, { fit: 'inside' }).webp().toBuffer({ resolveWithObject: true })
  await writeFile(thumbnailPath, data)
  const { channels } = await sharp(data).stats()
  const [red = 128, green = red, blue = red] = channels.map(({ mean }) => Math.round(mean))
  const { size: sizeBytes, mtimeMs } = await stat(originalPath)
  const colour = (red << 16) | (green << 8) | blue
  return { originalPath, thumbnailPath, sizeBytes, mtimeMs, widthPx: info.width, heightPx: info.height, colour }
}
