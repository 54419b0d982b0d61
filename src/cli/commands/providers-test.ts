import type { ProviderName } from '../../core/providers/provider-name.ts'
import { providerWords } from '../../core/providers/provider-name.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { providerLines } from '../provider-lines.ts'

/** `winnow providers test`: what it finds is what the app goes by. */
export async function testProviders(context: CommandContext, names: readonly ProviderName[]): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client, onEvent }) => {
    let said: ProviderName | undefined
    const sayWhich = async (): Promise<void> => {
      const { providers } = await client['providers.list']({})
      const tested = providers.find(({ isBeingTested }) => isBeingTested)?.name
      if (tested !== undefined && tested !== said) context.terminal.err(`Testing ${providerWords[tested].within} …\n`)
      said = tested
    }
    const stop = onEvent(({ name }) => {
      if (name === 'providers.changed' && !context.json) void sayWhich()
    })
    try {
      const list = await client['providers.test'](names.length === 0 ? {} : { names: [...names] }, context.signal)
      await print(context, list, providerLines(list))
      return exitCodes.ok
    } finally {
      stop()
    }
  })
}
