/** What a file is by its first bytes; its ending decides nothing. */
export type FileKind = keyof typeof fileKinds

interface KindFacts {
  /** Completes "is …" in a sentence. */
  readonly what: string
  /** `read`: Winnow decodes it. `picture`: a picture it can't read. `other`: no picture at all. */
  readonly group: 'read' | 'picture' | 'other'
}

export const fileKinds = {
  jpeg: { what: 'a JPEG photo', group: 'read' },
  png: { what: 'a PNG picture', group: 'read' },
  gif: { what: 'a GIF picture', group: 'read' },
  webp: { what: 'a WebP picture', group: 'read' },
  tiff: { what: 'a TIFF picture', group: 'read' },
  avif: { what: 'an AVIF picture', group: 'read' },
  heic: { what: 'a HEIC photo', group: 'picture' },
  jxl: { what: 'a JPEG XL picture', group: 'picture' },
  jp2: { what: 'a JPEG 2000 picture', group: 'picture' },
  raw: { what: 'a camera RAW photo', group: 'picture' },
  bmp: { what: 'a BMP picture', group: 'picture' },
  psd: { what: 'a Photoshop document', group: 'picture' },
  ico: { what: 'an icon', group: 'picture' },
  exr: { what: 'an OpenEXR picture', group: 'picture' },
  hdr: { what: 'a Radiance HDR picture', group: 'picture' },
  pnm: { what: 'a PNM picture', group: 'picture' },
  dds: { what: 'a DDS texture', group: 'picture' },
  qoi: { what: 'a QOI picture', group: 'picture' },
  svg: { what: 'an SVG drawing', group: 'picture' },
  pdf: { what: 'a PDF document', group: 'other' },
  html: { what: 'a web page', group: 'other' },
  xml: { what: 'an XML file', group: 'other' },
  text: { what: 'a text file', group: 'other' },
  video: { what: 'a video', group: 'other' },
  audio: { what: 'a sound file', group: 'other' },
  archive: { what: 'an archive', group: 'other' },
  program: { what: 'a program', group: 'other' },
} as const satisfies Record<string, KindFacts>

interface Signature {
  readonly kind: FileKind
  readonly at: number
  /** One character a byte. */
  readonly bytes: string
}

/** The first that fits wins, so the longer of two that begin alike stands first. */
const signatures: readonly Signature[] = [
  { kind: 'jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { kind: 'png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'gif', at: 0, bytes: 'GIF87a' },
  { kind: 'gif', at: 0, bytes: 'GIF89a' },
  { kind: 'raw', at: 8, bytes: 'CR\x02\x00' },
  { kind: 'raw', at: 0, bytes: 'IIRO' },
  { kind: 'raw', at: 0, bytes: 'IIRS' },
  { kind: 'raw', at: 0, bytes: 'MMOR' },
  { kind: 'raw', at: 0, bytes: 'IIU\x00' },
  { kind: 'raw', at: 0, bytes: 'FUJIFILMCCD-RAW' },
  { kind: 'tiff', at: 0, bytes: 'II*\x00' },
  { kind: 'tiff', at: 0, bytes: 'MM\x00*' },
  { kind: 'tiff', at: 0, bytes: 'II+\x00' },
  { kind: 'tiff', at: 0, bytes: 'MM\x00+' },
  { kind: 'jxl', at: 0, bytes: '\xff\x0a' },
  { kind: 'jxl', at: 4, bytes: 'JXL \r\n\x87\n' },
  { kind: 'jp2', at: 4, bytes: 'jP  \r\n\x87\n' },
  { kind: 'jp2', at: 0, bytes: '\xff\x4f\xff\x51' },
  { kind: 'bmp', at: 0, bytes: 'BM' },
  { kind: 'psd', at: 0, bytes: '8BPS' },
  { kind: 'ico', at: 0, bytes: '\x00\x00\x01\x00' },
  { kind: 'ico', at: 0, bytes: '\x00\x00\x02\x00' },
  { kind: 'exr', at: 0, bytes: '\x76\x2f\x31\x01' },
  { kind: 'hdr', at: 0, bytes: '#?RADIANCE' },
  { kind: 'hdr', at: 0, bytes: '#?RGBE' },
  { kind: 'dds', at: 0, bytes: 'DDS ' },
  { kind: 'qoi', at: 0, bytes: 'qoif' },
  { kind: 'pdf', at: 0, bytes: '%PDF-' },
  { kind: 'video', at: 0, bytes: '\x1a\x45\xdf\xa3' },
  { kind: 'video', at: 0, bytes: '\x00\x00\x01\xba' },
  { kind: 'video', at: 4, bytes: 'moov' },
  { kind: 'video', at: 4, bytes: 'mdat' },
  { kind: 'audio', at: 0, bytes: 'ID3' },
  { kind: 'audio', at: 0, bytes: 'OggS' },
  { kind: 'audio', at: 0, bytes: 'fLaC' },
  { kind: 'archive', at: 0, bytes: 'PK\x03\x04' },
  { kind: 'archive', at: 0, bytes: '\x1f\x8b' },
  { kind: 'archive', at: 0, bytes: 'Rar!' },
  { kind: 'archive', at: 0, bytes: "7z\xbc\xaf'\x1c" },
  { kind: 'program', at: 0, bytes: '\x7fELF' },
  { kind: 'program', at: 0, bytes: 'MZ' },
]

const riffKinds: Readonly<Record<string, FileKind>> = { WEBP: 'webp', 'AVI ': 'video', WAVE: 'audio' }

/** @param head the first 1,024 bytes, or the whole of a shorter file. @returns null for what nothing is known about. */
export function fileKindOf(head: Uint8Array): FileKind | null {
  const text = latin1(head.subarray(0, 1024))
  if (text.startsWith('RIFF')) return riffKinds[text.slice(8, 12)] ?? null
  if (text.slice(4, 8) === 'ftyp') return kindOfBrands(text)
  const signature = signatures.find(({ at, bytes }) => text.startsWith(bytes, at))
  if (signature !== undefined) return signature.kind
  if (/^P[1-7]\s/.test(text)) return 'pnm'
  return kindOfText(text)
}

/** ISO base media files name their brands: the main one, a version, then all they are compatible with. */
function kindOfBrands(text: string): FileKind {
  const length = Math.min(readUint32(text, 0), text.length)
  const brands = [text.slice(8, 12)]
  for (let at = 16; at + 4 <= length; at += 4) brands.push(text.slice(at, at + 4))
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif'
  if (brands.some((brand) => /^(he[iv][cmsx]|mif[12]|msf1)$/.test(brand))) return 'heic'
  return brands[0] === 'crx ' ? 'raw' : 'video'
}

function kindOfText(text: string): FileKind | null {
  const start = text
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<svg') || (start.startsWith('<?xml') && start.includes('<svg'))) return 'svg'
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html'
  if (start.startsWith('<?xml')) return 'xml'
  // Control characters other than tab, line feed, form feed and carriage return don't occur in text of any encoding but UTF-16.
  return text.length > 0 && !/[^\P{Cc}\t\n\f\r\x80-\x9f]/u.test(text) ? 'text' : null
}

function readUint32(text: string, at: number): number {
  return [0, 1, 2, 3].reduce((value, i) => value * 256 + (text.charCodeAt(at + i) || 0), 0)
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
