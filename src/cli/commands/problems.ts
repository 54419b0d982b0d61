import type { Problem } from '../../contract/indexing.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'

const pageSize = 1000

/** `winnow problems`: the files that could not be read, and why. */
export async function listProblems(context: CommandContext): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const problems: Problem[] = []
    let total = Infinity
    while (problems.length < total) {
      const page = await client['problems.list']({ offset: problems.length, limit: pageSize }, context.signal)
      problems.push(...page.problems)
      total = page.problems.length === 0 ? 0 : page.total
    }
    await print(
      context,
      { problems: problems.map(({ path, code, reason, sizeBytes }) => ({ path, code, reason, sizeBytes })) },
      problems.map(({ path, reason }) => `${path}: ${reason}`),
    )
    return exitCodes.ok
  })
}
