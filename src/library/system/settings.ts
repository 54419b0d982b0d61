import type { z } from 'zod'
import { settingsSchema } from '../../contract/system.ts'
import type { Settings } from '../../contract/system.ts'
import type { LibraryContext } from '../context.ts'

const key = 'settings'

const defaults: Settings = {
  theme: 'system',
  rowHeightPx: 200,
  sidebarWidthPx: 240,
  viewerBackground: 'black',
  inspectorOpen: false,
  toggledGroups: [],
  seenHints: [],
}

/** What the person chose about the look; what they never chose is as it comes. */
export function getSettings({ store }: Pick<LibraryContext, 'store'>): Settings {
  return settingsSchema.parse({ ...defaults, ...store.setting.get(key, settingsSchema.partial()) })
}

export function setSettings(
  { store, events }: Pick<LibraryContext, 'store' | 'events'>,
  changes: z.output<ReturnType<typeof settingsSchema.partial>>,
): Settings {
  const settings = settingsSchema.parse({ ...getSettings({ store }), ...changes })
  store.setting.set(key, settings)
  events.announce('settings.changed', {})
  return settings
}
