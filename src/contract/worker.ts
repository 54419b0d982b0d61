import { z } from 'zod'
import { base64Schema, idSchema } from './primitives.ts'
import { encoderSettingsSchema, providerNameSchema } from './providers.ts'

/**
 * Between the library and its worker. Messages are JSON, because V8's own serialization differs between Electron's
 * Node and the worker's; an embedding in base64 is 4 KB; thumbnails go by file. One request, one or more replies with
 * the same `requestId`, the last of them `done` or `failed`.
 */

/** Belongs to the file (it goes to the problem list) or to the moment (it is tried again). Two types, not two strings. */
export const fileFailureSchema = z.object({
  kind: z.literal('file'),
  code: z.enum([
    'empty',
    'not-an-image',
    'corrupt',
    'too-many-pixels',
    'too-many-bytes',
    'too-slow',
    'unsupported',
    'crashes-the-decoder',
  ]),
  /** A sentence for the person. */
  message: z.string(),
})
export const transientFailureSchema = z.object({
  kind: z.literal('transient'),
  code: z.enum([
    'vanished',
    'unreadable',
    'changed-while-reading',
    'disk-full',
    'cache-unwritable',
    'worker-restarting',
  ]),
  message: z.string(),
})
export const failureSchema = z.discriminatedUnion('kind', [fileFailureSchema, transientFailureSchema])
export type FileFailure = z.infer<typeof fileFailureSchema>
export type TransientFailure = z.infer<typeof transientFailureSchema>
export type Failure = z.infer<typeof failureSchema>

export const fileToReadSchema = z.object({
  fileId: idSchema,
  path: z.string(),
  /** As the scan saw it; a file that has changed since is `changed-while-reading`. */
  sizeBytes: z.int().nonnegative(),
  mtimeMs: z.number(),
})
export type FileToRead = z.infer<typeof fileToReadSchema>

export const fileToRateSchema = fileToReadSchema.extend({
  /** The .xmp files that go with it; the first that states a rating wins over the others and over the photo. */
  sidecarPaths: z.array(z.string()).max(10),
})
export type FileToRate = z.infer<typeof fileToRateSchema>

/** What the head of a file tells without decoding it. */
export const photoFactsSchema = z.object({
  /** Upright: EXIF orientation applied. */
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** "image/jpeg", by content and not by ending. */
  mediaType: z.string(),
  /** The camera's wall clock as if UTC; null where EXIF has none. */
  takenAtMs: z.int().nullable(),
  camera: z.string().nullable(),
  lens: z.string().nullable(),
  exposure: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})
export type PhotoFacts = z.infer<typeof photoFactsSchema>

/** Milliseconds a file spent in each stage, for the benchmark and the doctor. */
export const stageTimesSchema = z.object({
  readMs: z.number(),
  hashMs: z.number(),
  factsMs: z.number(),
  decodeMs: z.number(),
  thumbnailMs: z.number(),
  tensorMs: z.number(),
  encodeMs: z.number(),
})
export type StageTimes = z.infer<typeof stageTimesSchema>

export const photoReadSchema = z.object({
  /** 32 hex digits: 128 bits of XXH3-class hash over all bytes of the file. Identity of the photo. */
  contentHash: z.string().regex(/^[0-9a-f]{16,64}$/),
  facts: photoFactsSchema,
  /** 0xRRGGBB. */
  averageColour: z.int().min(0).max(0xffffff),
  /** float32 little-endian, unit length, `embeddingDim` numbers. */
  embedding: base64Schema,
  stageTimes: stageTimesSchema,
})
export type PhotoRead = z.infer<typeof photoReadSchema>

export const modelInfoSchema = z.object({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  embeddingDim: z.int().positive(),
  provider: providerNameSchema,
})
export type ModelInfo = z.infer<typeof modelInfoSchema>

export const workerRequestSchema = z.discriminatedUnion('type', [
  /** Replaces the model that was loaded before. Fails with `model-missing`, or `provider-failed` when the settings are to blame. */
  z.object({
    type: z.literal('load-model'),
    requestId: z.int(),
    modelDir: z.string(),
    settings: encoderSettingsSchema,
  }),
  /** What graphs of a folder take and give, for one that brings no manifest. Answers `inspected`. */
  z.object({
    type: z.literal('inspect-graphs'),
    requestId: z.int(),
    modelDir: z.string(),
    files: z.array(z.string()).max(20),
  }),
  /**
   * For a process that does nothing else: loads the image encoder with these settings and encodes pictures that it draws
   * itself. Answers `probed`; a crash or silence is an answer too.
   */
  z.object({
    type: z.literal('probe-provider'),
    requestId: z.int(),
    modelDir: z.string(),
    settings: encoderSettingsSchema,
  }),
  /** Compares every file of a model with its manifest's SHA-256; `done`, or `failed` with a sentence that names the file. */
  z.object({ type: z.literal('verify-model'), requestId: z.int(), modelDir: z.string() }),
  /** Heads only: facts for layout and dates, before the slow part. Answers one `looked` a file. */
  z.object({ type: z.literal('look'), requestId: z.int(), files: z.array(fileToReadSchema).max(1000) }),
  /** How many stars files have. Answers one `rated` a file. */
  z.object({ type: z.literal('rate'), requestId: z.int(), files: z.array(fileToRateSchema).max(1000) }),
  /**
   * Answers one `reading` and one `read` a file, in any order. Thumbnails: `<thumbnailDir>/<hh>/<hash>.webp`; null for photos
   * that have theirs, where only another model's numbers are wanted.
   */
  z.object({
    type: z.literal('read'),
    requestId: z.int(),
    files: z.array(fileToReadSchema).max(1000),
    thumbnailDir: z.string().nullable(),
  }),
  /**
   * Writes the whole photo as a WebP of at most 4,096 px a side to `path`, for what no browser shows (TIFF); `done`, or
   * `failed` with a sentence that names the file.
   */
  z.object({ type: z.literal('render'), requestId: z.int(), file: fileToReadSchema, path: z.string() }),
  z.object({ type: z.literal('embed-texts'), requestId: z.int(), texts: z.array(z.string()).max(5000) }),
  /** A picture from outside, as bytes. Answers `embedded` with one vector. */
  z.object({ type: z.literal('embed-picture'), requestId: z.int(), data: base64Schema }),
  /**
   * Stops the request of this id: files not begun are dropped, those begun are still answered, and it ends with `done`
   * (texts: with `failed`, `cancelled`). Has no reply of its own.
   */
  z.object({ type: z.literal('cancel'), requestId: z.int() }),
])
export type WorkerRequest = z.infer<typeof workerRequestSchema>

/** An input or output of an ONNX graph; a string is a dimension that is left open. */
const portSchema = z.object({
  name: z.string(),
  type: z.string(),
  shape: z.array(z.union([z.int(), z.string()])).max(10),
})
export const graphSchema = z.object({
  file: z.string(),
  inputs: z.array(portSchema).max(100),
  outputs: z.array(portSchema).max(500),
})
export type Graph = z.infer<typeof graphSchema>

export const workerReplySchema = z.discriminatedUnion('type', [
  /** First message of a worker that has started. */
  z.object({ type: z.literal('ready'), versions: z.record(z.string(), z.string()) }),
  /**
   * Before and after each run on another provider than the processor, so that a death or silence in between is known to be
   * that provider's.
   */
  z.object({ type: z.literal('encoding'), isRunning: z.boolean() }),
  z.object({ type: z.literal('model-loaded'), requestId: z.int(), model: modelInfoSchema }),
  z.object({ type: z.literal('inspected'), requestId: z.int(), graphs: z.array(graphSchema) }),
  z.object({
    type: z.literal('probed'),
    requestId: z.int(),
    /** Vectors of the drawn pictures, or of the first few where a run takes long, one after the other, float32 little-endian, as the encoder gave them. */
    vectors: base64Schema,
    photosPerSecond: z.number().positive(),
    loadMs: z.number().nonnegative(),
  }),
  /** Instead of `probed`: the encoder ran, and what it answered were no numbers. */
  z.object({ type: z.literal('probed-no-numbers'), requestId: z.int() }),
  z.object({ type: z.literal('looked'), requestId: z.int(), fileId: idSchema, facts: photoFactsSchema.nullable() }),
  /** 0 … 5; null: none, or rejected. */
  z.object({
    type: z.literal('rated'),
    requestId: z.int(),
    fileId: idSchema,
    rating: z.int().min(0).max(5).nullable(),
  }),
  /** Sent before the bytes of a file are touched, so that a crash names its file. */
  z.object({ type: z.literal('reading'), requestId: z.int(), fileId: idSchema }),
  z.object({
    type: z.literal('read'),
    requestId: z.int(),
    fileId: idSchema,
    result: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), photo: photoReadSchema }),
      z.object({ ok: z.literal(false), failure: failureSchema }),
    ]),
  }),
  /** Vectors one after the other, float32 little-endian. */
  z.object({ type: z.literal('embedded'), requestId: z.int(), vectors: base64Schema }),
  z.object({ type: z.literal('done'), requestId: z.int() }),
  /** The whole request failed; `code` is an ErrorCode. */
  z.object({
    type: z.literal('failed'),
    requestId: z.int(),
    code: z.enum(['model-missing', 'provider-failed', 'invalid-input', 'internal', 'cancelled']),
    message: z.string(),
  }),
])
export type WorkerReply = z.infer<typeof workerReplySchema>

/** A started worker as the library sees it, whatever carries the messages. */
export interface WorkerPort {
  post(message: WorkerRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the process is gone for whatever reason; a sentence says how. */
  onExit(listener: (how: string) => void): void
  kill(): void
}

export type StartWorker = () => WorkerPort
