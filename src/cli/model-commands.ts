import type { Command } from 'commander'
import type { Run } from './command-context.ts'
import { addModelFolder, downloadModel } from './commands/models-add.ts'
import { removeModel } from './commands/models-remove.ts'
import { changeModel } from './commands/models-use.ts'
import { listModels } from './commands/models.ts'

/** `winnow models …`. */
export function addModelCommands(program: Command, run: Run): void {
  const models = program
    .command('models')
    .description('the models that look at photos: those here, and those that can be added')
    .action(() => run(listModels))
    .addHelpText(
      'after',
      `
Examples:
  winnow models
  winnow models add openclip-vit-b-32-256-datacomp
  winnow models add --from ~/Downloads/clip-vit-base-patch32
  winnow models use openclip-vit-b-32-256-datacomp`,
    )
  models
    .command('add [key]')
    .description('download a model, or copy it from a folder; what was begun goes on where it stopped')
    .option('--mirror <url>', 'an address that is laid out like huggingface.co, asked instead of it')
    .option('--from <folder>', 'a folder that holds the model')
    .action((key: string | undefined, { mirror, from }: { mirror?: string; from?: string }, command: Command) => {
      if (from !== undefined && key === undefined && mirror === undefined) {
        return run((context) => addModelFolder(context, from))
      }
      if (key === undefined || from !== undefined) {
        return command.error('Say which model to download, or where it lies with --from <folder>.')
      }
      if (mirror !== undefined && !URL.canParse(mirror)) return command.error(`${mirror} is not an address.`)
      return run((context) => downloadModel(context, key, mirror))
    })
  models
    .command('use <key>')
    .description('have a model look at all photos, then use it; the one before serves until then')
    .action((key: string) => run((context) => changeModel(context, key)))
  models
    .command('remove <key>')
    .description('remove the files of a model that was added, or what was downloaded of it')
    .option('--embeddings', 'also what it knows of the photos')
    .action((key: string, { embeddings }: { embeddings?: true }) =>
      run((context) => removeModel(context, key, embeddings === true)),
    )
}
