import { z } from 'zod'
import { findingSchema } from '../core/providers/finding.ts'
import { providerNames } from '../core/providers/provider-name.ts'
import { method } from './method.ts'
import { timeMsSchema } from './primitives.ts'

export const providerNameSchema = z.enum(providerNames)

/** How an encoder is to be run. */
export const encoderSettingsSchema = z.object({
  provider: providerNameSchema,
  /** Of the processor; sessions on a GPU need one or two. */
  threads: z.int().min(1).max(256),
  /** Photos in one run of the image encoder. */
  batchSize: z.int().min(1).max(64),
  /** One photo at a time, for people who want their machine quiet. */
  isGentle: z.boolean().optional(),
})
export type EncoderSettings = z.infer<typeof encoderSettingsSchema>

export const providerViewSchema = z.object({
  name: providerNameSchema,
  /** "Processor (CPU)", "Graphics (WebGPU)". */
  label: z.string(),
  finding: findingSchema.nullable(),
  testedAtMs: timeMsSchema.nullable(),
  isBeingTested: z.boolean(),
  isUsed: z.boolean(),
  /** Its state in plain words: "Works, slower: 41 photos/s where the processor does 63." */
  sentence: z.string(),
})
export type ProviderView = z.infer<typeof providerViewSchema>

export const providerListSchema = z.object({
  /** Only those that this machine could use. */
  providers: z.array(providerViewSchema),
  /** Which one is used and why, in a sentence. */
  why: z.string(),
  /** A provider failed while it was at work and another took over; null when nothing of the kind happened. */
  notice: z.string().nullable(),
  /** Which model was tested. */
  modelName: z.string().nullable(),
  /** The driver as far as it can be told: "NVIDIA 550.54 (10de:2331)". */
  driver: z.string(),
  isTesting: z.boolean(),
  /** Null: Winnow decides. */
  choice: providerNameSchema.nullable(),
  threads: z.object({ choice: z.int().nullable(), used: z.int(), most: z.int() }),
  batchSize: z.object({ choice: z.int().nullable(), used: z.int() }),
  power: z.object({
    /** Half of the threads, one file at a time. */
    usesLess: z.boolean(),
    pausesOnBattery: z.boolean(),
    /** Null where this machine does not tell. */
    isOnBattery: z.boolean().nullable(),
  }),
})
export type ProviderList = z.infer<typeof providerListSchema>

export const providerMethods = {
  'providers.list': method(z.object({}), providerListSchema),
  /** Tests these again (all when absent), each in a process of its own; resolves when all are done. */
  'providers.test': method(z.object({ names: z.array(providerNameSchema).max(5).optional() }), providerListSchema),
  /** Null goes back to what Winnow decides. Takes effect at once: the worker is loaded anew. */
  'providers.configure': method(
    z.object({
      choice: providerNameSchema.nullable().optional(),
      threads: z.int().min(1).max(256).nullable().optional(),
      batchSize: z.int().min(1).max(64).nullable().optional(),
      usesLessPower: z.boolean().optional(),
      pausesOnBattery: z.boolean().optional(),
    }),
    providerListSchema,
  ),
}
