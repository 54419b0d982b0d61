import { readFile, stat } from 'node:fs/promises'
import type { ApiClient } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { SavedRules } from '../../contract/sorting.ts'
import { readRulesFile, RulesFileError } from '../../core/sorting/rules-file.ts'
import type { SortRules } from '../../core/sorting/sort-rules.ts'
import { findRules } from './find-rules.ts'
import { inlineRules } from './inline-rules.ts'
import { ruleNames } from './rule-names.ts'

/** Two hundred rules are some 50 KB. */
const largestFileBytes = 5_000_000

export interface RulesOptions {
  /** The name of saved rules, or a rules file. */
  readonly rules: string | undefined
  /** Rules of the command line, when there are no others. */
  readonly inline: readonly string[]
  /** Whether tags that Winnow is not sure of count; the rules may say so themselves. */
  readonly unsure: boolean
}

export interface ChosenRules {
  readonly rules: SortRules
  readonly rulesName: string | null
  /** Undefined for rules that are not saved. */
  readonly saved: SavedRules | undefined
}

/** The rules that the command line names or spells out. @throws WinnowError `not-found`, `invalid-input` */
export async function rulesFor(client: ApiClient, { rules, inline, unsure }: RulesOptions): Promise<ChosenRules> {
  if (rules === undefined) {
    return { rules: await inlineRules(client, inline, unsure), rulesName: null, saved: undefined }
  }
  const saved = await findRules(client, rules)
  if (saved !== undefined) {
    return { rules: withUnsure(saved.rules, unsure), rulesName: saved.name, saved }
  }
  return { rules: withUnsure(await rulesInFile(client, rules), unsure), rulesName: null, saved: undefined }
}

async function rulesInFile(client: ApiClient, file: string): Promise<SortRules> {
  const text = await rulesText(file)
  try {
    return readRulesFile(text, await ruleNames(client))
  } catch (error) {
    if (error instanceof RulesFileError) throw new WinnowError('invalid-input', `${file}: ${error.message}`)
    throw error
  }
}

/** Looked at before it is read: somebody may give a film. */
async function rulesText(file: string): Promise<string> {
  const stats = await stat(file).catch(() => undefined)
  if (stats === undefined) {
    throw new WinnowError(
      'not-found',
      `There are no rules “${file}”, and no such file. winnow sort rules lists those that are saved.`,
    )
  }
  if (!stats.isFile() || stats.size > largestFileBytes) {
    throw new WinnowError('invalid-input', `${file} is no rules file.`)
  }
  return await readFile(file, 'utf8')
}

function withUnsure(rules: SortRules, unsure: boolean): SortRules {
  return unsure ? { ...rules, includeUnsure: true } : rules
}
