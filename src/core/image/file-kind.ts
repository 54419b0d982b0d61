/** What a file is by its first bytes; its ending decides nothing. */
export type FileKind = keyof typeof fileKinds

/** `what` completes "is …" in a sentence. */
export const fileKinds = {
  jpeg: { what: 'a JPEG photo', isPicture: true },
  png: { what: 'a PNG picture', isPicture: true },
  gif: { what: 'a GIF picture', isPicture: true },
  webp: { what: 'a WebP picture', isPicture: true },
  tiff: { what: 'a TIFF picture', isPicture: true },
  avif: { what: 'an AVIF picture', isPicture: true },
  heic: { what: 'a HEIC photo', isPicture: true },
  jxl: { what: 'a JPEG XL picture', isPicture: true },
  jp2: { what: 'a JPEG 2000 picture', isPicture: true },
  raw: { what: 'a camera RAW photo', isPicture: true },
  bmp: { what: 'a BMP picture', isPicture: true },
  psd: { what: 'a Photoshop document', isPicture: true },
  ico: { what: 'an icon', isPicture: true },
  exr: { what: 'an OpenEXR picture', isPicture: true },
  hdr: { what: 'a Radiance HDR picture', isPicture: true },
  pnm: { what: 'a PNM picture', isPicture: true },
  dds: { what: 'a DDS texture', isPicture: true },
  qoi: { what: 'a QOI picture', isPicture: true },
  svg: { what: 'an SVG drawing', isPicture: true },
  pdf: { what: 'a PDF document', isPicture: false },
  html: { what: 'a web page', isPicture: false },
  xml: { what: 'an XML file', isPicture: false },
  text: { what: 'a text file', isPicture: false },
  video: { what: 'a video', isPicture: false },
  audio: { what: 'a sound file', isPicture: false },
  archive: { what: 'an archive', isPicture: false },
  program: { what: 'a program', isPicture: false },
} as const satisfies Record<string, { readonly what: string; readonly isPicture: boolean }>

/** The kinds that Winnow decodes. */
export const mediaTypes = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  tiff: 'image/tiff',
  avif: 'image/avif',
} as const satisfies Partial<Record<FileKind, string>>
export type ReadableKind = keyof typeof mediaTypes

export function isReadable(kind: FileKind | null): kind is ReadableKind {
  return kind !== null && kind in mediaTypes
}

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
