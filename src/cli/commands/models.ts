import type { ModelView } from '../../contract/models.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { stateWords } from '../models/state-line.ts'
import { sizeText } from '../../core/words/size-text.ts'
import { count, textTable } from '../text-table.ts'

/** `winnow models`: those that are here, and those that can be added. */
export async function listModels(context: CommandContext): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { models, disk } = await client['models.list']({})
    await print(context, { models, disk }, [
      ...textTable(models.map(rowOf)),
      '',
      `${sizeText(disk.modelsBytes)} of models and ${sizeText(disk.embeddingsBytes)} of what they know are on this disk.`,
      ...licenceNotes(models),
    ])
    return exitCodes.ok
  })
}

function rowOf({
  modelKey,
  name,
  state,
  sizeBytes,
  speed,
  lookedAt,
  languages,
  licence,
}: ModelView): readonly string[] {
  return [
    modelKey,
    stateWords(state),
    sizeText(sizeBytes),
    speed.measured !== null
      ? `${speedText(speed.measured)} photos/s`
      : speed.expected !== null
        ? `about ${speedText(speed.expected)} photos/s`
        : '',
    lookedAt.photos === 0 ? '' : `knows ${count(lookedAt.photos)}`,
    languages,
    licence.name,
    name,
  ]
}

function speedText(photosPerSecond: number): string {
  return photosPerSecond < 10 ? photosPerSecond.toFixed(1) : String(Math.round(photosPerSecond))
}

function licenceNotes(models: readonly ModelView[]): readonly string[] {
  return models.flatMap(({ name, licence }) => (licence.note === null ? [] : [`${name}: ${licence.note}`]))
}
