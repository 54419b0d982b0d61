import type { ProviderName } from './provider-name.ts'

/** All that a finding holds for: it is tested anew when one of them is another. */
export interface Tested {
  /** `id@version` */
  readonly modelKey: string
  readonly provider: ProviderName
  /** As graphics-driver.ts tells it. */
  readonly driver: string
  /** Of ONNX Runtime. */
  readonly runtimeVersion: string
}

/** A key that two tests share if and only if all of these are the same. */
export function findingKey({ modelKey, provider, driver, runtimeVersion }: Tested): string {
  return JSON.stringify([modelKey, provider, driver, runtimeVersion])
}
