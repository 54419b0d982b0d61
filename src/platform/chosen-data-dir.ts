import { resolve } from 'node:path'

/** The data folder the person asked for: `--data`, else `WINNOW_DATA`, else undefined for the usual one. Absolute. */
export function chosenDataDir(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const chosen = flag ?? env['WINNOW_DATA']
  return chosen === undefined || chosen === '' ? undefined : resolve(chosen)
}
