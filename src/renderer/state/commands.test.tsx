import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { commandAvailable, runCommand, useCommands } from './commands.ts'

afterEach(cleanup)

interface PartProps {
  readonly name: string
  readonly log: string[]
  readonly available?: () => boolean
}

function Part({ name, log, available }: PartProps): ReactNode {
  useCommands({
    open: { run: ({ extend }) => log.push(extend ? `${name} extended` : name), ...(available && { available }) },
  })
  return null
}

test('what was mounted last answers, and what is below it again when it is gone', () => {
  const log: string[] = []
  render(<Part name="gallery" log={log} />)
  const viewer = render(<Part name="viewer" log={log} />)
  runCommand('open')
  viewer.unmount()
  runCommand('open', { extend: true })
  expect(log).toEqual(['viewer', 'gallery extended'])
})

test('who cannot now is passed over', () => {
  const log: string[] = []
  render(<Part name="gallery" log={log} />)
  render(<Part name="viewer" log={log} available={() => false} />)
  expect(runCommand('open')).toBe(true)
  expect(log).toEqual(['gallery'])
})

test('nobody there means nothing happens', () => {
  expect([commandAvailable('open'), runCommand('open')]).toEqual([false, false])
})
