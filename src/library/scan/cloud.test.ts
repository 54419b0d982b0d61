import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isInTheCloud } from './is-in-the-cloud.ts'
import { listDirectory } from './list-directory.ts'

// A sparse file looks to `stat` just like a placeholder: a size, and no block on the disk.
test('placeholders of cloud drives are recognised where there are any', async ({ skip }) => {
  if (process.platform === 'win32') skip('Sparse files are made otherwise there.')
  const folder = mkdtempSync(join(tmpdir(), 'winnow-cloud-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'here.jpg'), Buffer.alloc(50_000, 1))
  writeFileSync(join(folder, 'away.jpg'), '')
  truncateSync(join(folder, 'away.jpg'), 50_000)

  const inTheCloud = async (platform: string): Promise<Record<string, boolean>> => {
    const listed: Record<string, boolean> = {}
    for await (const { files } of listDirectory(folder, platform)) {
      for (const file of files) listed[file.name] = file.inTheCloud
    }
    return listed
  }
  expect(await inTheCloud('darwin')).toEqual({ 'here.jpg': false, 'away.jpg': true })
  expect(await inTheCloud('linux')).toEqual({ 'here.jpg': false, 'away.jpg': false })
  expect(await isInTheCloud(join(folder, 'away.jpg'), 'win32')).toBe(true)
  expect(await isInTheCloud(join(folder, 'here.jpg'), 'win32')).toBe(false)
  expect(await isInTheCloud(join(folder, 'nowhere.jpg'), 'win32')).toBe(false)
})
