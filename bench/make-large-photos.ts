import { mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

/** So many different pictures are made; further ones repeat them under another content hash. */
const differentPictures = 24
const longPx = 4000
const shortPx = 3000
const sourceDir = join(import.meta.dirname, '../../shared/photos/coco')
/** Scaled-up pictures are smoother than a sensor's; this much grain brings their JPEG to the 2 MB and the decoding work of a phone's. */
const grainSigma = 12

/**
 * Photos of 12 megapixels for benchmarks, made from the shared photos and kept under the system's folder for temporary files.
 * @returns paths of `count` JPEG files, no two with the same bytes, in a folder that holds nothing else
 * @throws Error when the shared photos are not there
 */
export async function makeLargePhotos(count: number): Promise<readonly string[]> {
  const bases = await makeBases(Math.min(count, differentPictures))
  const dir = join(tmpdir(), 'winnow-bench', `large-photos-${count}`)
  await mkdir(dir, { recursive: true })
  const paths: string[] = []
  for (let i = 0; i < count; i++) {
    const path = join(dir, `photo-${String(i).padStart(5, '0')}.jpg`)
    paths.push(path)
    if (await exists(path)) continue
    const base = await readFile(bases[i % bases.length]!)
    await writeWhole(path, withComment(base, `photo ${i}`))
  }
  return paths
}

async function makeBases(count: number): Promise<readonly string[]> {
  const dir = join(tmpdir(), 'winnow-bench', 'large-photo-bases')
  await mkdir(dir, { recursive: true })
  const sources = (await readdir(sourceDir)).filter((name) => name.endsWith('.jpg')).sort()
  const paths: string[] = []
  for (const name of sources.slice(0, count)) {
    const path = join(dir, name)
    paths.push(path)
    if (!(await exists(path))) await writeWhole(path, await enlarge(join(sourceDir, name)))
  }
  return paths
}

async function enlarge(path: string): Promise<Buffer> {
  const { width, height } = await sharp(path).metadata()
  const [widthPx, heightPx] = width >= height ? [longPx, shortPx] : [shortPx, longPx]
  const grain = await sharp({
    create: {
      width: widthPx,
      height: heightPx,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: grainSigma },
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(path)
    .resize(widthPx, heightPx, { fit: 'fill', kernel: 'lanczos3' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** The same picture with other bytes: a comment segment right after the start of the file. */
function withComment(jpeg: Buffer, text: string): Buffer {
  const segment = Buffer.alloc(4 + text.length)
  segment.writeUInt16BE(0xfffe, 0)
  segment.writeUInt16BE(2 + text.length, 2)
  segment.write(text, 4, 'latin1')
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
