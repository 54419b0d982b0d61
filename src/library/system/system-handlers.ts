import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { runDoctor } from './run-doctor.ts'
import { getSettings, setSettings } from './settings.ts'
import { systemInfo } from './system-info.ts'

export function systemHandlers(
  catalogue: Catalogue,
): Pick<ApiHandlers, 'system.info' | 'system.doctor' | 'settings.get' | 'settings.set'> {
  return {
    'system.info': () => systemInfo(catalogue),
    'system.doctor': (_input, signal) => runDoctor(catalogue, signal),
    'settings.get': () => getSettings(catalogue.context),
    'settings.set': (changes) => setSettings(catalogue.context, changes),
  }
}
