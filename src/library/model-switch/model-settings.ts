import { z } from 'zod'
import { modelKeySchema } from '../../contract/models.ts'
import type { SettingStore } from '../store/setting.ts'

const activeKey = 'model.active'
const preparingKey = 'model.preparing'

const preparingSchema = z.object({ modelKey: modelKeySchema, isPaused: z.boolean() }).nullable()
/** A model that is to take over when it has looked at the library. */
export type WantedModel = NonNullable<z.infer<typeof preparingSchema>>

/** `id@version` of the model that the person chose; null for the one that comes with Winnow. */
export function chosenModelKey(setting: SettingStore): string | null {
  return setting.get(activeKey, modelKeySchema)
}

export function setChosenModel(setting: SettingStore, modelKey: string): void {
  setting.set(activeKey, modelKey)
}

export function wantedModel(setting: SettingStore): WantedModel | null {
  return setting.get(preparingKey, preparingSchema)
}

export function setWantedModel(setting: SettingStore, wanted: WantedModel | null): void {
  setting.set(preparingKey, wanted)
}
