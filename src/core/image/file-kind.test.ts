import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKindOf } from './file-kind.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('fileKindOf', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
    ['gif', 'GIF89a\x01\x00'],
    ['webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
    ['video', 'RIFF\x24\x00\x00\x00AVI LIST'],
    ['tiff', 'II*\x00\x08\x00\x00\x00'],
    ['raw', 'II*\x00\x10\x00\x00\x00CR\x02\x00'],
    ['avif', '\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1miaf'],
    ['avif', '\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avif'],
    ['heic', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1'],
    ['heic', '\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1'],
    ['video', '\x00\x00\x00\x18ftypisom\x00\x00\x02\x00mp41'],
    ['raw', '\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx '],
    ['jxl', '\xff\x0a\xfa\x1f'],
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['svg', '\xef\xbb\xbf  <SVG/>'],
    ['html', '<!DOCTYPE html><html>'],
    ['xml', '<?xml version="1.0"?><x/>'],
    ['pdf', '%PDF-1.7'],
    ['pnm', 'P6\n640 480\n'],
    ['text', 'Gr\xc3\xbc\xc3\x9fe aus Wien\r\n'],
    ['archive', 'PK\x03\x04'],
    [null, '\x00\x01\x02\x03 nothing known'],
    [null, ''],
  ])('%s', (kind, head) => {
    expect(fileKindOf(bytes(head))).toBe(kind)
  })

  it('answers for any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom('', 'RIFF', '\xff\xff\xff\xffftyp', '<?xml'),
        (rest, start) => {
          expect(() => fileKindOf(Uint8Array.from([...bytes(start), ...rest]))).not.toThrow()
        },
      ),
    )
  })
})
