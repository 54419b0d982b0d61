import { describe, expect, it } from 'vitest'
import { failureOfDecoding, failureOfReading, failureOfWriting } from './file-failure.ts'

const systemError = (code: string) => Object.assign(new Error(`${code}: no`), { code })

describe('failures of the moment', () => {
  it.each([
    ['ENOENT', 'vanished'],
    ['ENOTDIR', 'vanished'],
    ['EACCES', 'unreadable'],
    ['EIO', 'unreadable'],
    ['ETIMEDOUT', 'unreadable'],
  ])('reading: %s is %s', (code, failure) => {
    expect(failureOfReading(systemError(code), '/photos/a.jpg')).toMatchObject({ kind: 'transient', code: failure })
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'cache-unwritable'],
    ['EACCES', 'cache-unwritable'],
  ])('writing: %s is %s', (code, failure) => {
    expect(failureOfWriting(systemError(code), '/photos/a.jpg')).toMatchObject({ kind: 'transient', code: failure })
  })
})

describe('failures of a file', () => {
  it.each([
    ['Input image exceeds pixel limit', 'too-many-pixels'],
    ['timeout: 42% complete', 'too-slow'],
    ['tiff2vips: LZMA compression support is not configured', 'unsupported'],
    ['heif: Unsupported feature: Unsupported codec (4.3000)', 'unsupported'],
    ['Input buffer contains unsupported image format', 'corrupt'],
    ['VipsJpeg: premature end of JPEG image', 'corrupt'],
  ])('%s is %s', (message, code) => {
    expect(failureOfDecoding(new Error(message), '/photos/a.jpg')).toMatchObject({ kind: 'file', code })
  })

  it('is quick with a hundred thousand lines of complaints', () => {
    const message = 'tiff2vips: Defined set_get_field_type of custom tag 1\n'.repeat(100_000)
    expect(failureOfDecoding(new Error(message), '/photos/a.tif').code).toBe('corrupt')
  })
})
