import type { ProviderName } from '../../core/providers/provider-name.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { providerLines } from '../provider-lines.ts'

/** `winnow providers use`: fails where the one that was named can't be used; what is used then is printed all the same. */
export async function useProvider(
  context: CommandContext,
  { name, threads, batch }: { name: ProviderName | 'auto'; threads: number | undefined; batch: number | undefined },
): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const choice = name === 'auto' ? null : name
    const wishes = { choice, threads: threads ?? null, batchSize: batch ?? null }
    const list = await client['providers.configure'](wishes, context.signal)
    await print(context, list, providerLines(list))
    const isUsed = choice === null || list.providers.some((provider) => provider.name === choice && provider.isUsed)
    return isUsed ? exitCodes.ok : exitCodes.failed
  })
}
