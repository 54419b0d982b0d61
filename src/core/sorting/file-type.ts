import { splitName } from './split-name.ts'
import type { FileType } from './sort-rules.ts'

const endings: Readonly<Record<Exclude<FileType, 'other'>, string>> = {
  jpeg: 'jpg jpeg jpe jfif',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  tiff: 'tif tiff',
  avif: 'avif',
  heic: 'heic heif hif',
  raw: 'dng raw cr2 cr3 crw nef nrw arw srf sr2 raf orf rw2 rwl pef srw x3f 3fr fff iiq erf kdc dcr mos mef mrw gpr',
  video: 'mp4 m4v mov avi mkv webm mpg mpeg mts m2ts 3gp 3g2 wmv flv ogv insv',
}

const types = new Map<string, FileType>()
for (const type of ['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif', 'heic', 'raw', 'video'] as const) {
  for (const ending of endings[type].split(' ')) types.set(`.${ending}`, type)
}

/** What a person calls a type; the names of folders that `{type}` makes. */
export const fileTypeWords: Readonly<Record<FileType, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  webp: 'WebP',
  tiff: 'TIFF',
  avif: 'AVIF',
  heic: 'HEIC',
  raw: 'RAW',
  video: 'Video',
  other: 'Other',
}

/** What a file is by the ending of its name. */
export function fileTypeOf(name: string): FileType {
  return types.get(splitName(name).ending.toLowerCase()) ?? 'other'
}
