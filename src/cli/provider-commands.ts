import { Argument } from 'commander'
import type { Command } from 'commander'
import { providerNames } from '../core/providers/provider-name.ts'
import type { ProviderName } from '../core/providers/provider-name.ts'
import type { Run } from './command-context.ts'
import { listProviders } from './commands/providers.ts'
import { testProviders } from './commands/providers-test.ts'
import { useProvider } from './commands/providers-use.ts'
import { positiveInteger } from './positive-integer.ts'

/** `winnow providers …`. */
export function addProviderCommands(program: Command, run: Run): void {
  const providers = program
    .command('providers')
    .description('what this computer can look at photos with, what is used and why')
    .action(() => run(listProviders))
    .addHelpText(
      'after',
      `
Examples:
  winnow providers
  winnow providers test
  winnow providers use webgpu
  winnow providers use auto --threads 4`,
    )
  providers
    .command('test')
    .addArgument(new Argument('[names...]', 'which ones; all when left out').choices(providerNames))
    .description('test them again, each in a process of its own, and use the fastest that is right')
    .action((names: ProviderName[]) => run((context) => testProviders(context, names)))
  providers
    .command('use')
    .addArgument(new Argument('<name>', 'auto: Winnow decides').choices(['auto', ...providerNames]))
    .option('--threads <n>', 'threads of the processor', positiveInteger)
    .option('--batch <n>', 'photos at once, at most 64', positiveInteger)
    .description('choose one by hand; without --threads and --batch Winnow decides about these')
    .action(
      (name: ProviderName | 'auto', { threads, batch }: { threads?: number; batch?: number }, command: Command) => {
        if (threads !== undefined && threads > 256) return command.error('There can be 256 threads at most.')
        if (batch !== undefined && batch > 64) return command.error('There can be 64 photos at once at most.')
        return run((context) => useProvider(context, { name, threads, batch }))
      },
    )
}
