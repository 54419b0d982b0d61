import { crc32, deflateSync } from 'node:zlib'
import type { DrawnPicture } from '../../core/tagging/draw-stand-ins.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** 8 bits a channel, red, green and blue; the only ways to compress, filter and interlace that PNG has or needs here. */
const trueColour = [8, 2, 0, 0, 0] as const

/** The picture as a PNG file, which the worker reads like any other (W3C PNG specification, §5 and §11). */
export function encodePng({ sidePx, rgb }: DrawnPicture): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(sidePx, 0)
  header.writeUInt32BE(sidePx, 4)
  header.set(trueColour, 8)
  const rowBytes = sidePx * 3
  const rows = Buffer.alloc((rowBytes + 1) * sidePx)
  for (let row = 0; row < sidePx; row++) {
    // The byte before each row says that it is not filtered: 0.
    rows.set(rgb.subarray(row * rowBytes, (row + 1) * rowBytes), row * (rowBytes + 1) + 1)
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)])
}
