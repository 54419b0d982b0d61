import { z } from 'zod'
import { errorShapeSchema } from '../contract/error.ts'

/** What main tells the library process. Some bring a message port. */
export const toLibrarySchema = z.discriminatedUnion('type', [
  /** The first message: where everything is. */
  z.object({
    type: z.literal('open'),
    paths: z.object({ dataDir: z.string(), cacheDir: z.string(), modelsDir: z.string() }),
    workerFile: z.string(),
    /** Whether main starts the worker as a utility process; else the library process starts it under plain Node. */
    workerInUtilityProcess: z.boolean(),
  }),
  /** With a port: answer the calls of a page, or of main itself. */
  z.object({ type: z.literal('serve-calls') }),
  /** With a port: answer `media-messages.ts`. */
  z.object({ type: z.literal('serve-media') }),
  /** With a port: the worker that was asked for. */
  z.object({ type: z.literal('worker-started'), workerId: z.int() }),
  z.object({ type: z.literal('worker-ended'), workerId: z.int(), how: z.string() }),
  /** What came of a `trash`: null when it is there, else what the system said. */
  z.object({ type: z.literal('trashed'), requestId: z.int(), failure: z.string().nullable() }),
  /** To `resolve-proxy`, in Chromium's words: "PROXY proxy:3128; DIRECT". */
  z.object({ type: z.literal('proxy'), requestId: z.int(), rules: z.string() }),
  /** Once after `open` and whenever it changes; not on Linux, where the library process sees it itself. */
  z.object({ type: z.literal('power'), isOnBattery: z.boolean() }),
  z.object({ type: z.literal('close') }),
])
export type ToLibrary = z.infer<typeof toLibrarySchema>

/** What the library process tells main. */
export const fromLibrarySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened') }),
  /** The library can't be opened, and a new try would end the same. The process ends after it. */
  z.object({ type: z.literal('refused'), error: errorShapeSchema }),
  z.object({ type: z.literal('reveal'), path: z.string() }),
  /** Answered with `trashed`. */
  z.object({ type: z.literal('trash'), requestId: z.int(), path: z.string() }),
  /** Answered with `proxy`: how the system's settings lead to an address that a model is downloaded from. */
  z.object({ type: z.literal('resolve-proxy'), requestId: z.int(), url: z.url() }),
  z.object({ type: z.literal('start-worker'), workerId: z.int() }),
  z.object({ type: z.literal('kill-worker'), workerId: z.int() }),
])
export type FromLibrary = z.infer<typeof fromLibrarySchema>
