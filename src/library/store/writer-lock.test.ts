import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { acquireWriterLock } from './writer-lock.ts'

test('one process writes, and when it is killed the next may at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'winnow-lock-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const code = `
    const { acquireWriterLock } = await import(${JSON.stringify(join(import.meta.dirname, 'writer-lock.ts'))})
    acquireWriterLock(${JSON.stringify(dataDir)})
    console.log('locked')
    setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')

  expect(() => acquireWriterLock(dataDir)).toThrow(expect.objectContaining({ code: 'library-in-use' }))
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const lock = acquireWriterLock(dataDir)
  expect(() => acquireWriterLock(dataDir)).toThrow(expect.objectContaining({ code: 'library-in-use' }))
  lock.release()
  acquireWriterLock(dataDir).release()
})
