import { basename } from 'node:path'
import { fileKinds } from '../core/image/file-kind.ts'
import type { FileKind } from '../core/image/file-kind.ts'
import type { Failure, FileFailure, TransientFailure } from '../contract/worker.ts'
import { decodeSeconds, mostBytes, mostPixels } from './limits.ts'

/** Carries a failure out of the steps of reading one file. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

type Sentence = (name: string) => string

const fileSentences: Readonly<Record<FileFailure['code'], Sentence>> = {
  empty: (name) => `${name} is empty (0 bytes). If there is a copy of it elsewhere, take that.`,
  'not-an-image': (name) => `${name} holds nothing that Winnow knows as a picture.`,
  corrupt: (name) =>
    `${name} is damaged: too little of its picture can be read. If there is a copy elsewhere, take that.`,
  'too-many-pixels': (name) => `${name} has more than ${mostPixels / 1e6} megapixels, which is more than Winnow reads.`,
  'too-many-bytes': (name) => `${name} is larger than ${mostBytes / 1e6} MB, which is more than Winnow reads.`,
  'too-slow': (name) => `${name} could not be read within ${decodeSeconds} seconds. It may be damaged.`,
  unsupported: (name) => `${name} is a kind of picture that Winnow can’t read yet.`,
  'crashes-the-decoder': (name) => `${name} makes the decoder crash. It may be damaged.`,
}

const transientSentences: Readonly<Record<TransientFailure['code'], Sentence>> = {
  vanished: (name) => `${name} is not there any more. It was moved or deleted, or its drive is gone.`,
  unreadable: (name) => `${name} can’t be opened. Check that you may read it and that its drive answers.`,
  'changed-while-reading': (name) => `${name} was changed while Winnow read it. Winnow will read it again.`,
  'disk-full': () => 'The disk is full, so thumbnails can’t be kept. Make some room, then go on.',
  'cache-unwritable': () => 'Winnow can’t write to its folder for thumbnails. Check that you may write there.',
  'worker-restarting': (name) => `${name} was being read when the reader had to start again.`,
}

/** Names are shown in quotes, for they may hold spaces and full stops. */
function quoted(path: string): string {
  return `“${basename(path)}”`
}

export function fileFailure(code: FileFailure['code'], path: string): FileFailure {
  return { kind: 'file', code, message: fileSentences[code](quoted(path)) }
}

export function transientFailure(code: TransientFailure['code'], path: string): TransientFailure {
  return { kind: 'transient', code, message: transientSentences[code](quoted(path)) }
}

/** For content that is no photo Winnow reads: says what it is, where that is known. */
export function failureOfKind(kind: FileKind | null, path: string): FileFailure {
  if (kind === null) return fileFailure('not-an-image', path)
  const { what, isPicture } = fileKinds[kind]
  return isPicture
    ? { kind: 'file', code: 'unsupported', message: `${quoted(path)} is ${what}, which Winnow can’t read yet.` }
    : { kind: 'file', code: 'not-an-image', message: `${quoted(path)} is ${what}, not a picture.` }
}

const vanishedCodes = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENODEV', 'ENXIO'])

/** A failed read says something about the moment, not about the file: permissions and drives come back. */
export function failureOfReading(error: unknown, path: string): TransientFailure {
  return transientFailure(vanishedCodes.has(systemCode(error)) ? 'vanished' : 'unreadable', path)
}

export function failureOfWriting(error: unknown, path: string): TransientFailure {
  const code = systemCode(error)
  return transientFailure(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'cache-unwritable', path)
}

/** Sound files of kinds that this build has no decoder for: 12-bit TIFF, CIELAB, HEVC inside AVIF's box, lossless JPEG. */
const lacksDecoder =
  /not (?:been )?(?:implemented|supported|configured)|unsupported (?!image format)|not a whole number of bytes|bad labq/i

/** sharp tells its errors apart by their text only. */
export function failureOfDecoding(error: unknown, path: string): FileFailure {
  // A broken TIFF has been seen to come with 100,000 lines of complaints; the first ones tell.
  const text = error instanceof Error ? error.message.slice(0, 500) : ''
  if (/exceeds pixel limit/i.test(text)) return fileFailure('too-many-pixels', path)
  if (/timeout:/i.test(text)) return fileFailure('too-slow', path)
  return fileFailure(lacksDecoder.test(text) ? 'unsupported' : 'corrupt', path)
}

/** `ENOENT` and the like; '' for any other error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
