import type { ApiClient } from '../contract/api.ts'
import type { CommandContext } from './command-context.ts'
import type { ExitCode } from './exit-codes.ts'
import { exitCodes } from './exit-codes.ts'
import { countOf } from './text-table.ts'

export interface Asking {
  readonly client: ApiClient
  readonly keys: AsyncIterable<string>
  /** Null for all of the person's own. */
  readonly categoryId: number | null
  readonly names: ReadonlyMap<number, string>
}

const keysThere = 'y yes · n no · s skip · u undo · q quit'
/** Ctrl+C and Ctrl+D, which reach a program as letters while it reads single keys. */
const quitting: readonly string[] = ['q', '\u0003', '\u0004']

/**
 * Asks about photos, the one whose answer teaches most first, until nothing is left to ask or the person quits. Undo takes back what was
 * said here, nothing before.
 */
export async function askByKey(context: CommandContext, asking: Asking): Promise<ExitCode> {
  const { client, categoryId, names } = asking
  const { terminal, signal } = context
  const skipped: number[] = []
  let answered = 0
  let toldToStop = false
  const next = () => client['review.next']({ categoryId, skipPhotoIds: skipped, count: 1 }, signal)

  async function ask(): Promise<{ readonly photoId: number; readonly categoryId: number } | null> {
    const { questions, answerCount, unsureCount, hardlyHelps } = await next()
    const [question] = questions
    if (question === undefined) {
      await terminal.out('Nothing is left to ask.\n')
      return null
    }
    if (hardlyHelps && !toldToStop) await terminal.out('More answers hardly help: Winnow mostly says the same.\n')
    toldToStop ||= hardlyHelps
    const { files } = await client['photos.get']({ photoId: question.photoId })
    const name = names.get(question.categoryId) ?? ''
    await terminal.out(
      `\n${files[0]?.path ?? ''}\n` +
        `${name}? Winnow says ${Math.round(question.probability * 100)} %. ` +
        `${countOf(answerCount, 'answer', 'answers')}, not sure about ${countOf(unsureCount, 'photo', 'photos')}.  ${keysThere}\n`,
    )
    return question
  }

  await terminal.out(`${keysThere}\n`)
  let question = await ask()
  if (question === null) return exitCodes.nothingFound
  for await (const pressed of asking.keys) {
    const key = pressed.toLowerCase()
    if (quitting.includes(key)) break
    if (key === 's') skipped.push(question.photoId)
    else if (key === 'y' || key === 'n') {
      const verdict = key === 'y' ? 'yes' : 'no'
      await client['photos.decide']({ photoIds: [question.photoId], categoryId: question.categoryId, verdict }, signal)
      answered++
      await terminal.out(`${verdict}\n`)
    } else if (key === 'u' && answered > 0) {
      const { did } = await client['history.undo']({})
      answered--
      await terminal.out(`Undone: ${did ?? ''}\n`)
    } else continue
    question = await ask()
    if (question === null) break
  }
  const { unsureCount } = await next()
  await terminal.out(`${countOf(answered, 'answer', 'answers')} given. Not sure about ${unsureCount} now.\n`)
  return exitCodes.ok
}
