import type { Terminal } from '../terminal.ts'

/** Ctrl+C and Ctrl+D, which reach a program as letters while it reads single keys. */
const stopping: readonly string[] = ['\u0003', '\u0004']

/** Asks and waits for one key: `y` is yes, anything else is no, Ctrl+C is neither. */
export async function askYes(
  terminal: Terminal,
  keys: AsyncIterable<string>,
  question: string,
): Promise<'yes' | 'no' | 'stop'> {
  terminal.err(`${question} [y/N] `)
  for await (const key of keys) {
    const answer = key.toLowerCase() === 'y' ? 'yes' : stopping.includes(key) ? 'stop' : 'no'
    terminal.err(answer === 'yes' ? 'yes\n' : 'no\n')
    return answer
  }
  terminal.err('\n')
  return 'stop'
}
