import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ApiHandlers } from '../../contract/api.ts'
import { WinnowError } from '../../contract/error.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { useSortRuns } from '../sort-runs/sort-runs-store.ts'
import { useView } from '../state/view-store.ts'
import { sampleCounts, sampleFolder, samplePlan } from './sample-plan.ts'
import { emptyDraft } from './sort-draft.ts'
import { SortPage } from './sort-page.tsx'
import { useSorting } from './sort-store.ts'

const plan = samplePlan({
  counts: sampleCounts({ go: 3, sizeBytes: 2_000_000 }),
  folders: [
    sampleFolder('', { itemCount: 3, ownItemCount: 0 }),
    sampleFolder('2024', { itemCount: 3, ownItemCount: 3 }),
  ],
})
const handlers: Partial<ApiHandlers> = {
  'categories.list': () => Promise.resolve({ categories: [], unsureCount: 0, untaggedCount: 0, photoCount: 3 }),
  'choices.list': () => Promise.resolve({ choices: [] }),
  'folders.list': () => Promise.resolve({ folders: [] }),
  'sorting.rules': () => Promise.resolve({ rules: [] }),
  'sorting.checkTarget': ({ targetPath }) =>
    Promise.resolve({ targetPath, exists: true, inLibrary: true, freeBytes: 5_000_000, obstacle: null }),
  'sorting.plan': () => Promise.resolve(plan),
  'sorting.planItems': () => Promise.resolve({ items: [], total: 0 }),
  'sorting.apply': () => Promise.resolve({ runId: 12 }),
}

afterEach(cleanup)

beforeEach(() => {
  useSorting.setState({ draft: emptyDraft })
  useView.getState().go({ kind: 'sort' })
})

async function chooseTarget(): Promise<void> {
  await userEvent.type(await screen.findByRole('textbox', { name: /Path of the folder/ }), '/sorted{Enter}')
}

test('a place is all that is missing: then there is a plan, and one button does it', async () => {
  const { calls } = renderWithLibrary(<SortPage />, handlers)
  expect(await screen.findByText('Choose where your photos go.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Move photos' })).toHaveProperty('disabled', true)

  await chooseTarget()
  expect(await screen.findByText('3 photos go to 1 folder · 2.0 MB')).toBeTruthy()
  expect(calls.find(({ name }) => name === 'sorting.plan')?.input).toMatchObject({
    scope: { kind: 'library' },
    action: 'move',
    targetPath: '/sorted',
    rules: { rules: [{ when: [], to: '{year}/{month}' }], otherwise: null, includeUnsure: false },
  })
  expect(screen.getByText('Nothing on disk has changed yet.')).toBeTruthy()

  await userEvent.click(screen.getByRole('button', { name: 'Move 3 photos' }))
  await waitFor(() => expect(useView.getState().place).toEqual({ kind: 'sort-runs' }))
  expect(useSortRuns.getState().runId).toBe(12)
  expect(calls.find(({ name }) => name === 'sorting.apply')?.input).toEqual({ planId: 'plan-1' })
})

test('a folder that can’t be made is said where it is written, and nothing can be applied', async () => {
  renderWithLibrary(<SortPage />, handlers)
  await chooseTarget()
  const field = await screen.findByRole('textbox', { name: 'Folder for rule 1' })
  await userEvent.clear(field)
  await userEvent.type(field, 'a//b')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText(/two “\/” side by side/)).toBeTruthy()
  expect(screen.getByText('The folder of rule 1 can’t be made as it is written.')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^Move .*photos$/ })).toHaveProperty('disabled', true)
})

test('what stands in the way is said beside the button', async () => {
  const obstacle = '“/sorted” can’t be written to. Choose another folder.'
  renderWithLibrary(<SortPage />, {
    ...handlers,
    'sorting.plan': () => Promise.resolve({ ...plan, obstacle }),
  })
  await chooseTarget()
  expect(await screen.findByText(obstacle)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Move 3 photos' })).toHaveProperty('disabled', true)
})

test('a plan that fails says why and can be tried again', async () => {
  let fails = true
  renderWithLibrary(<SortPage />, {
    ...handlers,
    'sorting.plan': () =>
      fails ? Promise.reject(new WinnowError('not-available', 'The drive is away.')) : Promise.resolve(plan),
  })
  await chooseTarget()
  expect(await screen.findByText('The drive is away.')).toBeTruthy()
  fails = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/^3 photos go/)).toBeTruthy()
})

test('rules are put in order with the keyboard, and removed', async () => {
  renderWithLibrary(<SortPage />, handlers)
  await userEvent.click(await screen.findByRole('button', { name: 'Add a rule' }))
  const list = screen.getByRole('list', { name: 'Rules in order' })
  const folders = (): readonly string[] =>
    within(list)
      .getAllByRole<HTMLInputElement>('textbox')
      .map(({ value }) => value)
  expect(folders()).toEqual(['{year}/{month}', '{year}'])

  screen.getByRole('button', { name: /^Move rule 2/ }).focus()
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  expect(folders()).toEqual(['{year}', '{year}/{month}'])
  await userEvent.click(screen.getByRole('button', { name: 'Remove rule 1' }))
  expect(folders()).toEqual(['{year}/{month}'])
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Move rule 1/)
})
