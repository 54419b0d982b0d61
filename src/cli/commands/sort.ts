import type { SortAction } from '../../core/sorting/sort-rules.ts'
import type { PlanSummary } from '../../contract/sorting.ts'
import { WinnowError } from '../../contract/error.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { fullPath } from '../full-path.ts'
import type { TerminalLibrary } from '../open-terminal-library.ts'
import { actionWords } from '../sorting/action-words.ts'
import { askYes } from '../sorting/ask-yes.ts'
import { followRun } from '../sorting/follow-run.ts'
import { planLines } from '../sorting/plan-lines.ts'
import { planShape } from '../sorting/plan-shape.ts'
import { exitCodeOf, problemShapes, reportOf, sortedLines } from '../sorting/report-run.ts'
import type { RulesOptions } from '../sorting/rules-for.ts'
import { rulesFor } from '../sorting/rules-for.ts'
import { runShape } from '../sorting/run-shape.ts'
import type { ScopeOptions } from '../sorting/scope-for.ts'
import { scopeFor } from '../sorting/scope-for.ts'
import { countOf } from '../text-table.ts'

export interface SortOptions extends RulesOptions, ScopeOptions {
  /** Undefined: where the saved rules were last used. */
  readonly to: string | undefined
  /** Undefined: as the saved rules have it, else move. */
  readonly action: SortAction | undefined
  readonly dryRun: boolean
  readonly yes: boolean
}

/** `winnow sort`: shows the plan, asks, and does it. Nothing on disk changes before that. */
export async function sort(context: CommandContext, options: SortOptions): Promise<ExitCode> {
  const keys = context.json ? undefined : context.terminal.keys
  if (!options.dryRun && !options.yes && keys === undefined) {
    context.terminal.err('Nobody can be asked here. Say --yes to sort, or --dry-run to see the plan alone.\n')
    return exitCodes.usage
  }
  return await withLibrary(context, options.dryRun ? 'read' : 'write', async (opened) => {
    const plan = await planFor(context, opened, options)
    if (!context.json) await print(context, plan, await planLines(opened.client, plan))
    const isPossible = plan.obstacle === null && plan.counts.go > 0
    if (options.dryRun || !isPossible) {
      if (context.json) await printJson(context, opened, plan)
      return plan.obstacle !== null ? exitCodes.failed : plan.counts.go === 0 ? exitCodes.nothingFound : exitCodes.ok
    }
    if (!options.yes && keys !== undefined) {
      const question = `${actionWords[plan.action].order} ${countOf(plan.counts.files, 'file', 'files')}?`
      const answer = await askYes(context.terminal, keys(context.signal), question)
      if (answer !== 'yes') return answer === 'no' ? exitCodes.ok : exitCodes.interrupted
    }
    return await apply(context, opened, plan)
  })
}

async function planFor(
  { signal }: CommandContext,
  { client }: TerminalLibrary,
  options: SortOptions,
): Promise<PlanSummary> {
  const { rules, rulesName, saved } = await rulesFor(client, options)
  const to = options.to ?? saved?.targetPath ?? undefined
  if (to === undefined) throw new WinnowError('invalid-input', 'Say where to sort to, with --to <folder>.')
  return await client['sorting.plan'](
    {
      scope: await scopeFor(client, options),
      rules,
      rulesName,
      action: options.action ?? saved?.action ?? 'move',
      targetPath: await fullPath(to),
    },
    signal,
  )
}

async function apply(context: CommandContext, opened: TerminalLibrary, plan: PlanSummary): Promise<ExitCode> {
  // The list of files is gone with the plan once that is applied.
  const shape = context.json ? await planShape(opened.client, plan, context.signal) : undefined
  const { runId } = await opened.client['sorting.apply']({ planId: plan.planId })
  const followed = await followRun(context, opened)
  const report = await reportOf(opened.client, runId, 'failed')
  await print(
    context,
    { plan: shape, run: runShape(report.run), problems: problemShapes(report.problems) },
    sortedLines(report, followed),
  )
  return exitCodeOf(report, followed, context)
}

async function printJson(context: CommandContext, { client }: TerminalLibrary, plan: PlanSummary): Promise<void> {
  await print(context, { plan: await planShape(client, plan, context.signal), run: null, problems: [] }, [])
}
