import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SortEntry, SortProgress, SortRun } from '../../contract/sorting.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { RunPage } from './run-page.tsx'
import { sampleEntry } from './sample-entry.ts'
import { sampleProgress } from './sample-progress.ts'
import { sampleRun } from './sample-run.ts'

interface Given {
  readonly run: SortRun
  readonly entries?: readonly SortEntry[]
  readonly progress?: SortProgress
  readonly emptyFolders?: readonly string[]
}

function show({ run, entries = [], progress = sampleProgress({ state: 'idle' }), emptyFolders = [] }: Given) {
  return renderWithLibrary(<RunPage runId={run.runId} />, {
    'sorting.progress': async () => progress,
    'sorting.run': async ({ state, offset, limit }) => {
      const shown = entries.filter((entry) => state === undefined || entry.state === state)
      return { run, entries: shown.slice(offset, offset + limit), total: shown.length }
    },
    'sorting.emptyFolders': async () => ({ paths: [...emptyFolders] }),
    'sorting.removeEmptyFolders': async ({ paths }) => ({ removed: paths, kept: [] }),
    'sorting.undo': async () => ({}),
    'sorting.pause': async () => ({}),
    'sorting.resume': async () => ({}),
    'sorting.cancel': async () => ({}),
    'folders.list': async () => ({ folders: [] }),
  })
}

describe('the page of a sort', () => {
  // Happy-dom lays nothing out, so the list would draw no row.
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(56)
  })
  afterEach(cleanup)

  test('says what was done, and takes all of it back', async () => {
    const { calls } = show({ run: sampleRun({ total: 2, done: 2 }) })
    await screen.findByRole('heading', { name: '2 files moved to /photos/Sorted' })
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'sorting.undo', input: { runId: 1 } }))
  })

  test('takes back one photo, or some that were chosen, but no companion alone', async () => {
    const entries = [
      sampleEntry({ entryId: 1 }),
      sampleEntry({ entryId: 2, isCompanion: true }),
      sampleEntry({ entryId: 3 }),
    ]
    const { calls } = show({ run: sampleRun({ total: 3, done: 3 }), entries })
    const rows = await screen.findAllByRole('checkbox')
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual(['Select photo-1.jpg', 'Select photo-3.jpg'])
    fireEvent.click(screen.getByRole('button', { name: 'Undo this one: photo-3.jpg' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'sorting.undo', input: { runId: 1, entryIds: [3] } }))

    for (const row of rows) fireEvent.click(row)
    const bar = within(screen.getByRole('toolbar', { name: 'Selected files' }))
    bar.getByText('2 selected')
    fireEvent.click(bar.getByRole('button', { name: 'Undo these' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'sorting.undo', input: { runId: 1, entryIds: [1, 3] } }))
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull())
  })

  test('selects with Shift from one file to another, also those that are not drawn', { timeout: 20_000 }, async () => {
    const entries = Array.from({ length: 450 }, (_, index) => sampleEntry({ entryId: index + 1 }))
    const { calls } = show({ run: sampleRun({ total: 450, done: 450 }), entries })
    const first = await screen.findByLabelText('Select photo-1.jpg')
    fireEvent.click(first)
    const scroller = first.closest('ul')!.parentElement!
    scroller.scrollTop = 450 * 56 - 600
    fireEvent.scroll(scroller)
    const last = await screen.findByLabelText('Select photo-450.jpg')
    fireEvent.keyDown(last, { key: ' ', shiftKey: true })
    fireEvent.click(last)
    await screen.findByText('450 selected')
    fireEvent.click(screen.getByText('Undo these'))
    const entryIds = entries.map(({ entryId }) => entryId)
    await waitFor(() => expect(calls).toContainEqual({ name: 'sorting.undo', input: { runId: 1, entryIds } }))
  })

  test('shows what was left in place, with the reason', async () => {
    const failed = sampleEntry({ entryId: 2, state: 'failed', reason: 'photo-2.jpg changed since the plan was made.' })
    show({ run: sampleRun({ total: 2, done: 1, failed: 1 }), entries: [sampleEntry({ entryId: 1 }), failed] })
    fireEvent.click(await screen.findByRole('radio', { name: 'Left in place 1' }))
    await screen.findByText('photo-2.jpg changed since the plan was made.')
    await waitFor(() => expect(screen.queryByText('photo-1.jpg')).toBeNull())
  })

  test('moves empty folders to the trash only when asked, and names them', async () => {
    const { calls } = show({ run: sampleRun({ total: 1, done: 1 }), emptyFolders: ['/photos/a/b', '/photos/a'] })
    await screen.findByText('2 folders are empty now')
    screen.getByText('/photos/a/b')
    expect(calls.map(({ name }) => name)).not.toContain('sorting.removeEmptyFolders')
    fireEvent.click(screen.getByRole('button', { name: 'Move them to the trash' }))
    const paths = ['/photos/a/b', '/photos/a']
    await waitFor(() =>
      expect(calls).toContainEqual({ name: 'sorting.removeEmptyFolders', input: { runId: 1, paths } }),
    )
  })

  test('says why it waits, and tries again', async () => {
    const { calls } = show({
      run: sampleRun({ state: 'paused', total: 10, done: 4, waiting: 6 }),
      progress: sampleProgress({ state: 'waiting', done: 4, notice: 'The disk of /photos/Sorted is full.' }),
    })
    await screen.findByText('The disk of /photos/Sorted is full.')
    screen.getByRole('progressbar')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Resume' }))
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => {
      const names = calls.map(({ name }) => name)
      expect(names).toContain('sorting.resume')
      expect(names).toContain('sorting.cancel')
    })
  })
})
