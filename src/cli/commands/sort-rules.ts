import type { ApiClient } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import type { SavedRules } from '../../contract/sorting.ts'
import { printRulesFile } from '../../core/sorting/rules-file.ts'
import type { SortAction } from '../../core/sorting/sort-rules.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { fullPath } from '../full-path.ts'
import { findRules } from '../sorting/find-rules.ts'
import { ruleNames } from '../sorting/rule-names.ts'
import type { RulesOptions } from '../sorting/rules-for.ts'
import { rulesFor } from '../sorting/rules-for.ts'
import { countOf, textTable } from '../text-table.ts'

export interface SaveRulesOptions extends RulesOptions {
  readonly to: string | undefined
  readonly action: SortAction | undefined
}

/** `winnow sort rules`: those that were saved, here or in the app. */
export async function listSortRules(context: CommandContext): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { rules } = await client['sorting.rules']({})
    await print(context, { rules: rules.map(shape) }, textTable(rules.map(row)))
    return rules.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}

/** `winnow sort rules show <name>`: as a rules file, which `--rules` takes. */
export async function showSortRules(context: CommandContext, name: string): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { rules } = await savedRules(client, name)
    const { text, leftOut } = printRulesFile(rules, await ruleNames(client))
    await context.terminal.out(text)
    for (const number of leftOut) {
      context.terminal.err(`Rule ${number} is left out: a category it asks for is gone.\n`)
    }
    return exitCodes.ok
  })
}

/** `winnow sort rules save <name>`: under a name that is in use it replaces those rules. */
export async function saveSortRules(
  context: CommandContext,
  name: string,
  options: SaveRulesOptions,
): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const { rules, saved: source } = await rulesFor(client, options)
    const before = await findRules(client, name)
    const { rules: saved } = await client['sorting.saveRules'](
      {
        name: before?.name ?? name,
        rules,
        action: options.action ?? source?.action ?? 'move',
        targetPath: options.to === undefined ? (before?.targetPath ?? null) : await fullPath(options.to),
      },
      context.signal,
    )
    await print(context, { rules: shape(saved) }, [
      `Saved ${countOf(saved.rules.rules.length, 'rule', 'rules')} as ${saved.name}. winnow sort --rules "${saved.name}" sorts by them.`,
    ])
    return exitCodes.ok
  })
}

/** `winnow sort rules remove <name>` */
export async function removeSortRules(context: CommandContext, name: string): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const { rulesId, name: removed } = await savedRules(client, name)
    await client['sorting.removeRules']({ rulesId }, context.signal)
    await print(context, { removed }, [`Forgot the rules ${removed}. What they sorted stays where it is.`])
    return exitCodes.ok
  })
}

async function savedRules(client: ApiClient, name: string): Promise<SavedRules> {
  const saved = await findRules(client, name)
  if (saved === undefined) {
    throw new WinnowError('not-found', `There are no rules “${name}”. winnow sort rules lists those that are saved.`)
  }
  return saved
}

function shape({ name, rules, action, targetPath, usedAtMs }: SavedRules) {
  return {
    name,
    ruleCount: rules.rules.length,
    action,
    targetPath,
    usedAt: usedAtMs === null ? null : new Date(usedAtMs).toISOString(),
  }
}

function row({ name, rules, action, targetPath }: SavedRules): readonly string[] {
  return [name, countOf(rules.rules.length, 'rule', 'rules'), action, targetPath ?? '']
}
