import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fileLogger } from './logger.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'winnow-log-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('writes one JSON line a message, errors with stack and cause', () => {
  fileLogger(join(dir, 'new'), 'web')('error', 'It broke', new Error('outer', { cause: new Error('inner') }))
  const [line, rest] = readFileSync(join(dir, 'new', 'winnow.log'), 'utf8').split('\n')
  expect(rest).toBe('')
  expect(JSON.parse(line ?? '')).toMatchObject({
    process: 'web',
    level: 'error',
    message: 'It broke',
    details: { message: 'outer', stack: expect.stringContaining('logger.test'), cause: { message: 'inner' } },
  })
})

it('sets a large log aside', () => {
  writeFileSync(join(dir, 'winnow.log'), 'x'.repeat(2_000_001))
  fileLogger(dir, 'web')('info', 'fresh')
  expect(readFileSync(join(dir, 'winnow.log'), 'utf8')).toContain('fresh')
  expect(readFileSync(join(dir, 'winnow.old.log'), 'utf8')).toHaveLength(2_000_001)
})

it('falls back to stderr where the folder can not be written', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  writeFileSync(join(dir, 'file'), '')
  fileLogger(join(dir, 'file', 'below'), 'web')('warn', 'no place')
  expect(write).toHaveBeenCalledWith(expect.stringContaining('no place'))
  write.mockRestore()
})
