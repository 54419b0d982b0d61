import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ModelState, ModelView } from '../../contract/models.ts'
import { WinnowError } from '../../contract/error.ts'
import type { ApiHandlers } from '../../contract/api.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { sampleProviders } from '../hardware/sample-providers.ts'
import { ModelsPage } from './models-page.tsx'
import { useModelsPage } from './models-store.ts'
import { sampleList, sampleModel, sampleStarter } from './sample-model.ts'

function show(models: readonly ModelView[], handlers: Partial<ApiHandlers> = {}) {
  return renderWithLibrary(<ModelsPage />, {
    'models.list': async () => sampleList(models),
    'categories.list': async () => ({ categories: [], unsureCount: 0, untaggedCount: 0, photoCount: 8310 }),
    'models.download': async () => ({}),
    'models.pauseDownload': async () => ({}),
    'models.cancelDownload': async () => ({}),
    'models.use': async () => ({}),
    'models.pausePreparing': async () => ({}),
    'models.resumePreparing': async () => ({}),
    'models.stopPreparing': async () => ({}),
    'models.remove': async () => ({}),
    'models.addFolder': async () => ({ modelKey: 'tiny@1' }),
    ...handlers,
  })
}

const here = { folderPath: '/data/models/openclip', lookedAt: { photos: 0, sizeBytes: 0 }, canRemove: true } as const

async function showState(state: ModelState, change: Partial<ModelView> = {}) {
  const shown = show([sampleStarter(), sampleModel({ state, ...change })])
  const row = await screen.findByRole('listitem', { name: 'OpenCLIP B/16' })
  return { ...shown, row: within(row) }
}

describe('the page of models', () => {
  beforeEach(() => useModelsPage.setState({ errors: {}, mirror: null }))
  afterEach(cleanup)

  test('shows the card of the model in use', async () => {
    show([sampleStarter()])
    const card = within(await screen.findByRole('article', { name: 'Winnow starter' }))
    screen.getByRole('region', { name: 'In use' })
    card.getByText('DataComp-1B, 1.4 billion pictures from the web')
    card.getByText('63 photos/s')
    card.getByText('768')
    card.getByText('/opt/winnow/models/starter')
    screen.getByText('Models take 357 MB · what they know of your photos 42 MB · 210 GB are free')
  })

  test('measures the model in use where nobody knows how fast it is', async () => {
    const { calls } = show([sampleStarter({ speed: { measured: null, expected: null } })], {
      'providers.list': async () => sampleProviders(),
      'providers.test': async () => sampleProviders(),
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Measure it' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'providers.test', input: { names: ['cpu'] } }))
  })

  test('says what a model costs and who is contacted before it is downloaded', async () => {
    const note = 'Apple’s licence: for research only.'
    const { calls, row } = await showState(
      { kind: 'available' },
      { licence: { name: 'Apple research licence', url: null, note } },
    )
    row.getByText('About 3 times slower: 21 photos/s, about 7 min for your 8,310 photos')
    row.getByText(note)
    const button = row.getByRole('button', { name: 'Download 302 MB: OpenCLIP B/16' })
    expect(button.textContent).toBe('Download 302 MB')
    const hint = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toBe('Contacts only huggingface.co and cdn-lfs.huggingface.co.')
    expect(calls.map(({ name }) => name)).not.toContain('models.download')
    fireEvent.click(button)
    await waitFor(() =>
      expect(calls).toContainEqual({ name: 'models.download', input: { modelKey: 'openclip-vit-b-16@1' } }),
    )
  })

  test('downloads from a mirror, and names it instead of the usual hosts', async () => {
    const { calls, row } = await showState({ kind: 'available' })
    fireEvent.click(screen.getByRole('button', { name: 'From another address…' }))
    const field = await screen.findByLabelText('Address of a mirror')
    fireEvent.change(field, { target: { value: 'server' } })
    fireEvent.click(screen.getByRole('button', { name: 'Use this address' }))
    await screen.findByText(/This is no address/)
    fireEvent.change(field, { target: { value: 'http://server.local:8000/models' } })
    fireEvent.click(screen.getByRole('button', { name: 'Use this address' }))
    await row.findByText('server.local:8000')
    const button = row.getByRole('button', { name: 'Download 302 MB: OpenCLIP B/16' })
    const hint = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toBe('Contacts server.local:8000 and those it leads to.')
    fireEvent.click(button)
    const input = { modelKey: 'openclip-vit-b-16@1', mirror: 'http://server.local:8000/models' }
    await waitFor(() => expect(calls).toContainEqual({ name: 'models.download', input }))
  })

  test('shows a download, which can be paused and cancelled', async () => {
    const { calls, row } = await showState({
      kind: 'downloading',
      doneBytes: 184_000_000,
      totalBytes: 302_000_000,
      bytesPerSecond: 4_100_000,
      secondsLeft: 29,
    })
    row.getByText('184 MB of 302 MB · 4.1 MB/s · less than a minute left')
    expect(row.getByRole('progressbar', { name: 'Download of OpenCLIP B/16' })).toHaveProperty('value', 184_000_000)
    fireEvent.click(row.getByRole('button', { name: 'Pause the download of OpenCLIP B/16' }))
    fireEvent.click(row.getByRole('button', { name: 'Cancel the download of OpenCLIP B/16' }))
    await waitFor(() => {
      const names = calls.map(({ name }) => name)
      expect(names).toContain('models.pauseDownload')
      expect(names).toContain('models.cancelDownload')
    })
  })

  test('says why a download stopped, and tries again', async () => {
    const message = 'huggingface.co can’t be reached. Look after the connection and try again.'
    const { calls, row } = await showState({ kind: 'failed', doneBytes: 1000, totalBytes: 302_000_000, message })
    row.getByText(message)
    fireEvent.click(row.getByRole('button', { name: 'Try again: download of OpenCLIP B/16' }))
    await waitFor(() => expect(calls.map(({ name }) => name)).toContain('models.download'))
  })

  test('says what using a model means before it is used', async () => {
    const { calls, row } = await showState({ kind: 'installed' }, here)
    const words =
      'Looks at your 8,310 photos in the background, about 7 min. Nothing is lost, and going back is at once.'
    const button = row.getByRole('button', { name: 'Use this model: OpenCLIP B/16' })
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(words)
    fireEvent.click(button)
    await waitFor(() =>
      expect(calls).toContainEqual({ name: 'models.use', input: { modelKey: 'openclip-vit-b-16@1' } }),
    )
  })

  test('changes over at once to a model that has seen all photos', async () => {
    const { row } = await showState({ kind: 'installed' }, { ...here, lookedAt: { photos: 8310, sizeBytes: 17e6 } })
    row.getByText('Changes over at once. Nothing is lost, and you can go back at any time.')
  })

  test('shows how far a model is with the photos', async () => {
    const state = {
      kind: 'preparing',
      done: 1204,
      total: 8310,
      photosPerSecond: 21,
      secondsLeft: 340,
      state: 'running',
      stage: 'photos',
      notice: null,
    } as const
    const { calls, row } = await showState(state, here)
    row.getByText('Looking at your photos · 1,204 of 8,310 photos · 21/s · 6 min left')
    row.getByText('Winnow starter stays in use until this is done. What is done is kept.')
    fireEvent.click(row.getByRole('button', { name: 'Pause getting OpenCLIP B/16 ready' }))
    fireEvent.click(row.getByRole('button', { name: 'Stop getting OpenCLIP B/16 ready' }))
    await waitFor(() => {
      const names = calls.map(({ name }) => name)
      expect(names).toContain('models.pausePreparing')
      expect(names).toContain('models.stopPreparing')
    })
  })

  test('says why a model can’t be used', async () => {
    const message = 'text.onnx is damaged. Remove the model and download it again.'
    const { row } = await showState({ kind: 'broken', message }, here)
    row.getByText(message)
    expect(row.queryByRole('button', { name: 'Use this model: OpenCLIP B/16' })).toBeNull()
    row.getByRole('button', { name: 'Remove OpenCLIP B/16' })
  })

  test('asks what exactly to remove', async () => {
    const { calls, row } = await showState(
      { kind: 'installed' },
      { ...here, lookedAt: { photos: 8310, sizeBytes: 17e6 } },
    )
    fireEvent.click(row.getByRole('button', { name: 'Remove OpenCLIP B/16' }))
    const question = within(await screen.findByRole('dialog', { name: 'Remove OpenCLIP B/16' }))
    question.getByText('What it knows of your photos is kept: once its files are here again, it can be used at once.')
    fireEvent.click(question.getByRole('checkbox', { name: /What it knows of 8,310 photos/ }))
    fireEvent.click(question.getByRole('button', { name: 'Remove 319 MB' }))
    const input = { modelKey: 'openclip-vit-b-16@1', what: 'both' }
    await waitFor(() => expect(calls).toContainEqual({ name: 'models.remove', input }))
  })

  test('takes a model from a folder, and keeps what was wrong with it until that is closed', async () => {
    const sentence = 'This folder has no model: a text encoder and a tokenizer.json are missing.'
    const { calls } = show([sampleStarter()], {
      'models.addFolder': () => Promise.reject(new WinnowError('invalid-input', sentence)),
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Add from a folder…' }))
    fireEvent.change(await screen.findByLabelText('Path of the model’s folder'), { target: { value: '"/tmp/model"' } })
    fireEvent.click(screen.getByRole('button', { name: 'Add' }))
    await screen.findByText(sentence)
    expect(calls).toContainEqual({ name: 'models.addFolder', input: { path: '/tmp/model' } })
    fireEvent.click(screen.getByRole('button', { name: 'Close this message' }))
    await waitFor(() => expect(screen.queryByText(sentence)).toBeNull())
  })
})
