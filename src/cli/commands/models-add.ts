import { resolve } from 'node:path'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findModel, modelNow } from '../models/find-model.ts'
import { followModel } from '../models/follow-model.ts'

/** `winnow models add <key> [--mirror <url>]`: downloads a model, or goes on with one. Says first who is asked. */
export async function downloadModel(
  context: CommandContext,
  word: string,
  mirror: string | undefined,
): Promise<ExitCode> {
  return await withLibrary(context, 'write', async (opened) => {
    const { client } = opened
    const { modelKey, name, contacts, licence, filesWithoutHash } = await findModel(client, word)
    const { terminal } = context
    terminal.err(`Asks ${mirror === undefined ? contacts.join(', ') : new URL(mirror).host} for ${name}.\n`)
    terminal.err(`Licence: ${licence.name}. ${licence.note ?? ''}\n`)
    if (filesWithoutHash > 0) {
      terminal.err('Of some files no hash is published: what the server says is believed, and kept.\n')
    }
    await client['models.download']({ modelKey, mirror })
    const end = await followModel(context, opened, modelKey, ['downloading', 'checking'])
    if (end === null) {
      terminal.err('Paused. The same command goes on where it stopped.\n')
      return exitCodes.interrupted
    }
    if (end.kind === 'failed' || end.kind === 'broken') {
      terminal.err(`${end.message}\n`)
      return exitCodes.failed
    }
    return await added(context, client, modelKey)
  })
}

/** `winnow models add --from <folder>`: copies and tries a model that lies there. */
export async function addModelFolder(context: CommandContext, folder: string): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const { modelKey } = await client['models.addFolder']({ path: resolve(folder) }, context.signal)
    return await added(context, client, modelKey)
  })
}

async function added(
  context: CommandContext,
  client: Parameters<typeof modelNow>[0],
  modelKey: string,
): Promise<ExitCode> {
  const model = await modelNow(client, modelKey)
  await print(context, { model }, [`${model.name} is here. winnow models use ${modelKey} changes over to it.`])
  return exitCodes.ok
}
