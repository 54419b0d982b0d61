import { expect, it } from 'vitest'
import { askYes } from './ask-yes.ts'

async function answerTo(keys: readonly string[]) {
  let said = ''
  let taken = 0
  async function* pressed(): AsyncGenerator<string> {
    for (const key of keys) {
      taken++
      yield key
    }
  }
  const terminal = { out: async () => {}, err: (text: string) => void (said += text), columns: 80, keys: undefined }
  const answer = await askYes(terminal, pressed(), 'Move 2 files?')
  return { answer, said, taken }
}

it.each([
  [['y', 'n'], 'yes', 'Move 2 files? [y/N] yes\n'],
  [['Y'], 'yes', 'Move 2 files? [y/N] yes\n'],
  [['n'], 'no', 'Move 2 files? [y/N] no\n'],
  [['\r', 'y'], 'no', 'Move 2 files? [y/N] no\n'],
  [['x'], 'no', 'Move 2 files? [y/N] no\n'],
  [['\u0003', 'y'], 'stop', 'Move 2 files? [y/N] no\n'],
])('takes %j for %s', async (keys, answer, said) => {
  expect(await answerTo(keys)).toEqual({ answer, said, taken: 1 })
})

it('takes the end of what can be typed for a stop', async () => {
  expect((await answerTo([])).answer).toBe('stop')
})
