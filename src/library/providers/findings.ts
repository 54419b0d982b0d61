import { z } from 'zod'
import { providerNameSchema } from '../../contract/providers.ts'
import { findingKey } from '../../core/providers/finding-key.ts'
import type { Finding } from '../../core/providers/finding.ts'
import { findingSchema } from '../../core/providers/finding.ts'
import type { ProviderName } from '../../core/providers/provider-name.ts'
import type { LibraryContext } from '../context.ts'

const dated = z.object({ finding: findingSchema, testedAtMs: z.number() })
export type DatedFinding = z.infer<typeof dated>

/** What tests found on this machine, by model, provider, driver and version of ONNX Runtime. */
export interface Findings {
  /** Null: not tested under these. */
  get(modelKey: string, provider: ProviderName): DatedFinding | null
  set(modelKey: string, provider: ProviderName, finding: Finding): void
  /** What was chosen for a model the last time: it is kept where another is hardly faster. */
  chosen(modelKey: string): ProviderName | null
  setChosen(modelKey: string, provider: ProviderName): void
  /** "NVIDIA 550.54 (10de:2331)" */
  readonly driver: string
}

const findingsSetting = 'providers.findings'
const chosenSetting = 'providers.chosen'
/** Every driver that this machine ever had, with every model. */
const mostKept = 200

export function createFindings({
  surroundings,
  store,
  access,
}: Pick<LibraryContext, 'surroundings' | 'store' | 'access'>): Findings {
  const { hardware, clock } = surroundings
  const driver = hardware?.driver ?? 'unknown'
  const runtimeVersion = hardware?.runtimeVersion ?? 'unknown'
  // Kept here as well, for a reader, which may not write.
  let findings = store.setting.get(findingsSetting, z.record(z.string(), dated)) ?? {}
  let chosen = store.setting.get(chosenSetting, z.partialRecord(z.string(), providerNameSchema)) ?? {}
  const keyOf = (modelKey: string, provider: ProviderName): string =>
    findingKey({ modelKey, provider, driver, runtimeVersion })

  return {
    driver,
    get: (modelKey, provider) => findings[keyOf(modelKey, provider)] ?? null,
    set(modelKey, provider, finding) {
      const newest = { ...findings, [keyOf(modelKey, provider)]: { finding, testedAtMs: clock.nowMs() } }
      const kept = Object.entries(newest).toSorted(([, a], [, b]) => b.testedAtMs - a.testedAtMs)
      findings = Object.fromEntries(kept.slice(0, mostKept))
      if (access === 'write') store.setting.set(findingsSetting, findings)
    },
    chosen: (modelKey) => chosen[modelKey] ?? null,
    setChosen(modelKey, provider) {
      if (chosen[modelKey] === provider) return
      chosen = { ...chosen, [modelKey]: provider }
      if (access === 'write') store.setting.set(chosenSetting, chosen)
    },
  }
}
