import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { providerLines } from '../provider-lines.ts'

/** `winnow providers`: what is known of each, which is used and why. */
export async function listProviders(context: CommandContext): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const list = await client['providers.list']({})
    await print(context, list, providerLines(list))
    return exitCodes.ok
  })
}
