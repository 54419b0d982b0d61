import type { z } from 'zod'
import { WinnowError } from '../../contract/error.ts'
import type { checkSchema } from '../../contract/system.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { textTable } from '../text-table.ts'

type Check = z.infer<typeof checkSchema>

/** `winnow doctor`: versions, paths, model, provider, database. Fails when any check does. */
export async function doctor(context: CommandContext): Promise<ExitCode> {
  const checks = await runChecks(context)
  await print(
    context,
    { checks },
    textTable(
      checks.map(({ name, status, message }) => [status === 'ok' ? 'ok' : status.toUpperCase(), name, message]),
    ),
  )
  return checks.some(({ status }) => status === 'failed') ? exitCodes.failed : exitCodes.ok
}

/** A library that can't be opened is a finding, not the end of the examination. */
async function runChecks(context: CommandContext): Promise<readonly Check[]> {
  try {
    return await withLibrary(
      context,
      'read',
      async ({ client }) => (await client['system.doctor']({}, context.signal)).checks,
    )
  } catch (error) {
    if (!(error instanceof WinnowError)) throw error
    const status = error.code === 'not-found' ? 'warning' : 'failed'
    return [
      { name: 'Node', status: 'ok', message: process.versions.node },
      { name: 'Library', status, message: error.message },
    ]
  }
}
