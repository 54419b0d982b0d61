import { join } from 'node:path'
import type { EncoderTarget } from '../context.ts'
import type { ModelShelf } from '../models/model-shelf.ts'
import type { SettingStore } from '../store/setting.ts'
import type { Surroundings } from '../surroundings.ts'
import { chosenModelKey } from './model-settings.ts'

/**
 * The model that Winnow begins with: the one the person chose, or, where that can't be used any more, the one that comes with Winnow
 * (and a line in the log).
 */
export function servingModel(
  { paths, log }: Pick<Surroundings, 'paths' | 'log'>,
  setting: SettingStore,
  shelf: ModelShelf,
): EncoderTarget['model'] {
  const chosen = chosenModelKey(setting)
  const found = chosen === null ? undefined : shelf.find(chosen)
  if (found !== undefined) return found
  const builtIn = shelf.list().find(({ origin }) => origin === 'built-in')
  if (chosen !== null && builtIn !== undefined) {
    log('warn', `The model ${chosen} is not there or can’t be used. Winnow goes on with ${builtIn.card.name}.`)
  }
  // Where its files are not there either, whoever opens it says so.
  return builtIn ?? { modelKey: 'starter@0', modelDir: join(paths.modelsDir, 'starter') }
}
