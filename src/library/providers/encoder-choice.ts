import type { EncoderSettings } from '../../contract/providers.ts'
import type { Chosen, Known } from '../../core/providers/choose-provider.ts'
import type { InstalledModel } from '../models/model-shelf.ts'
import type { Findings } from './findings.ts'

/** What the choice wants to know of a model. */
export type ModelPlace = Pick<InstalledModel, 'modelKey' | 'modelDir'>

/** Which provider runs the encoders of a model, by what the person chose and what the tests found. */
export interface EncoderChoice {
  readonly findings: Findings
  /** At once: what is known now; the processor where nothing is. */
  settingsFor(model: ModelPlace): EncoderSettings
  /** It did not load, or died or answered nonsense at work: remembers that, and falls back. @returns what to use instead */
  failed(model: ModelPlace, settings: EncoderSettings, message: string): EncoderSettings
  /** Which one it is and why, and what is known of all that this machine could use. */
  chosenFor(model: ModelPlace): { readonly chosen: Chosen; readonly known: readonly Known[] }
}
