import { z } from 'zod'
import { providerNameSchema } from '../../contract/providers.ts'
import type { SettingStore } from '../store/setting.ts'

const wishesSchema = z.object({
  /** Null: Winnow decides. The same for the two after it. */
  choice: providerNameSchema.nullable(),
  threads: z.int().min(1).max(256).nullable(),
  batchSize: z.int().min(1).max(64).nullable(),
  usesLessPower: z.boolean(),
  pausesOnBattery: z.boolean(),
})
/** What the person chose about the hardware. */
export type ProviderWishes = z.infer<typeof wishesSchema>

const key = 'providers.wishes'
const defaults: ProviderWishes = {
  choice: null,
  threads: null,
  batchSize: null,
  usesLessPower: false,
  pausesOnBattery: false,
}

export function providerWishes(setting: SettingStore): ProviderWishes {
  return setting.get(key, wishesSchema) ?? defaults
}

export function setProviderWishes(setting: SettingStore, wishes: ProviderWishes): void {
  setting.set(key, wishes)
}
