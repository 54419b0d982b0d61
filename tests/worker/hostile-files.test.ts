import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileFailureSchema } from '../../src/contract/worker.ts'
import { decodePicture, readPictureHeader } from '../../src/worker/decode-picture.ts'
import { filesToRead, starterDir, startWorker } from './started-worker.ts'
import { starterTarget } from '../fixtures/starter-target.ts'
import type { StartedWorker } from './started-worker.ts'

const importerDir = join(import.meta.dirname, '../../../shared/photos/importer')
const isThere = existsSync(importerDir)
if (!isThere) process.stdout.write('Skipped: hostile files. They are expected at ../shared/photos/importer.\n')

describe.skipIf(!isThere)('a thousand broken, odd and hostile files', () => {
  let worker: StartedWorker
  let thumbnailDir: string

  beforeAll(async () => {
    thumbnailDir = await mkdtemp(join(tmpdir(), 'winnow-hostile-'))
    worker = startWorker()
    await worker.request({ type: 'load-model', modelDir: starterDir, settings: starterTarget.settings })
  })

  afterAll(async () => {
    worker.port.kill()
    await worker.exited
    await rm(thumbnailDir, { recursive: true })
  })

  it('each is a photo, or a failure with a sentence', { timeout: 300_000 }, async () => {
    const entries = await readdir(importerDir, { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const files = await filesToRead(paths)
    const outcomes: string[] = []
    const counts: Record<string, Record<string, number>> = {}
    for (let from = 0; from < files.length; from += 500) {
      const replies = await worker.request({ type: 'read', files: files.slice(from, from + 500), thumbnailDir })
      for (const reply of replies) {
        if (reply.type !== 'read') continue
        const path = files[reply.fileId - 1]!.path
        const group = relative(importerDir, path).split(sep)[0]!
        const code = reply.result.ok ? 'photo' : reply.result.failure.code
        outcomes.push(code)
        const row = (counts[group] ??= {})
        row[code] = (row[code] ?? 0) + 1
        if (reply.result.ok) continue
        // None of these is a matter of the moment: they will be as broken tomorrow.
        expect(fileFailureSchema.safeParse(reply.result.failure).success, path).toBe(true)
        expect(reply.result.failure.message).toMatch(/^“.+” .+\.$/s)
      }
    }
    process.stdout.write(
      `${Object.entries(counts)
        .map(([group, row]) => `${group} ${JSON.stringify(row)}`)
        .join('\n')}\n`,
    )
    expect(outcomes).toHaveLength(files.length)
    expect(new Set(outcomes)).not.toContain('too-slow')
    expect(outcomes.filter((code) => code === 'photo').length).toBeGreaterThan(800)
  })

  it.each(['Landscape', 'Portrait'])('%s: all orientations show the same picture upright', async (aspect) => {
    const rgb = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map(async (orientation) => {
        const path = join(importerDir, 'orientation', `${aspect}_${orientation}.jpg`)
        const bytes = await readFile(path)
        const header = await readPictureHeader(bytes, path)
        const picture = await decodePicture(bytes, header, { widthPx: 260, heightPx: 260 }, path)
        const { widthPx: width, heightPx: height } = picture.size
        return sharp(picture.rgb, { raw: { width, height, channels: 3 } })
          .resize(90, 90, { fit: 'fill' })
          .raw()
          .toBuffer()
      }),
    )
    const distances = rgb.map(
      (each) => each.reduce((sum, value, i) => sum + Math.abs(value - rgb[1]![i]!), 0) / each.length,
    )
    expect(Math.max(...distances), distances.join(' ')).toBeLessThan(6)
  })
})
