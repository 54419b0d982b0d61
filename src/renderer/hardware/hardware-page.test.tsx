import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { ProviderList } from '../../contract/providers.ts'
import { renderWithLibrary } from '../connection/render-with-library.tsx'
import { HardwarePage } from './hardware-page.tsx'
import { sampleProvider, sampleProviders, works } from './sample-providers.ts'

function show(change: Partial<ProviderList> = {}) {
  const list = sampleProviders(change)
  return renderWithLibrary(<HardwarePage />, {
    'providers.list': async () => list,
    'providers.test': async () => list,
    'providers.configure': async ({ choice, usesLessPower, threads }) =>
      sampleProviders({
        choice: choice ?? null,
        threads: { ...list.threads, choice: threads ?? null },
        power: { ...list.power, usesLess: usesLessPower ?? false },
      }),
  })
}

describe('the page of hardware', () => {
  afterEach(cleanup)

  test('says what is used and why, and how everything else does', async () => {
    show()
    await screen.findAllByText(/^Winnow uses the processor, because it is faster here/)
    screen.getByText('Tested with Winnow starter · SwiftShader 5.0')
    screen.getByText('Works, slower: 41 photos/s where the processor does 63.')
    screen.getByText('Libraries are missing: libcudart.so.12 and libcudnn.so.9.')
    screen.getByText('63 photos/s')
    screen.getByText('Used now')
    screen.getByRole('radio', { name: 'Winnow decides', checked: true })
  })

  test('lets a person choose what works, and nothing else', async () => {
    const { calls } = show()
    expect(await screen.findByRole('radio', { name: 'NVIDIA (CUDA)' })).toHaveProperty('disabled', true)
    fireEvent.click(screen.getByRole('radio', { name: 'Graphics (WebGPU)' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'providers.configure', input: { choice: 'webgpu' } }))
    fireEvent.click(screen.getByRole('radio', { name: 'Winnow decides' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'providers.configure', input: { choice: null } }))
  })

  test('tests one or all again, but nothing twice at a time', async () => {
    const { calls } = show()
    fireEvent.click(await screen.findByRole('button', { name: 'Test again: Graphics (WebGPU)' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'providers.test', input: { names: ['webgpu'] } }))
    fireEvent.click(screen.getByRole('button', { name: 'Test all again' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'providers.test', input: {} }))
    cleanup()
    const providers = [sampleProvider('cpu', works(63)), sampleProvider('webgpu', null, { isBeingTested: true })]
    const during = show({ providers, isTesting: true })
    await screen.findByRole('progressbar', { name: 'Test of Graphics (WebGPU)' })
    fireEvent.click(screen.getByRole('button', { name: 'Testing…' }))
    fireEvent.click(screen.getByRole('button', { name: 'Test again: Processor (CPU)' }))
    expect(during.calls.map(({ name }) => name)).toEqual(['providers.list'])
  })

  test('says that something else took over', async () => {
    show({ notice: 'The graphics failed while looking at photos. The processor goes on.' })
    await screen.findByText('The graphics failed while looking at photos. The processor goes on.')
  })

  test('takes threads and power as the person wants them', async () => {
    const { calls } = show()
    fireEvent.click(await screen.findByRole('radio', { name: 'By hand' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'providers.configure', input: { threads: 2 } }))
    await screen.findByRole('slider', { name: 'Threads' })
    fireEvent.click(screen.getByRole('switch', { name: 'Use less power' }))
    await waitFor(() => expect(calls).toContainEqual({ name: 'providers.configure', input: { usesLessPower: true } }))
    screen.getByText('It is plugged in now. What you ask for is always done.')
  })
})
