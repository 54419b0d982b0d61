import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startHub } from '../fixtures/hub/hub-server.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { modelFixturesDir } from '../fixtures/models/import-model.ts'
import { startWinnow, winnow } from './run-winnow.ts'

const folder = join(modelFixturesDir, 'clip-transformers')
const visionFile =
  '/Xenova/clip-vit-base-patch32/resolve/d15189d7028b43f1d3e65039190477f6af591c2a/onnx/vision_model.onnx'
const visionBytes = 351_685_709

describe('winnow models', () => {
  it('adds a model from a folder, changes over to it, lists it, and does not remove what is in use', async () => {
    const data = temporaryFolder()
    const added = await winnow('--data', data, '--json', 'models', 'add', '--from', folder)
    expect([added.code, added.err]).toEqual([0, ''])
    const { model } = JSON.parse(added.out) as { model: { modelKey: string; state: object } }
    expect(model.state).toEqual({ kind: 'installed' })

    expect((await winnow('--data', data, 'models', 'use', 'clip-fixture')).out).toContain('is in use.')
    const listed = await winnow('--data', data, 'models')
    expect(listed.out).toMatch(new RegExp(`${model.modelKey} +in use`))
    expect(listed.out).toMatch(/mobileclip2-s2@ba95759 +not here +399 MB/)
    expect(listed.out).toContain('Apple does not allow commercial use.')

    const refused = await winnow('--data', data, 'models', 'remove', 'clip-fixture')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Change to another model first')])
  })

  it('says whom it asks, and why that failed', async () => {
    const hub = await startHub({})
    const args = ['models', 'add', 'openai-clip-vit-b-32', '--mirror', hub.url]
    const { code, err } = await winnow('--data', temporaryFolder(), ...args)
    expect(code).toBe(1)
    expect(err).toContain(`Asks ${new URL(hub.url).host} for CLIP ViT-B/32 (OpenAI).`)
    expect(err).toContain('does not have vision_model.onnx any more (404)')
  })

  it('pauses a download at Ctrl+C, and removes what there is of it', async () => {
    const data = temporaryFolder()
    const hub = await startHub({ [visionFile]: Buffer.alloc(5_000_000) })
    hub.faults = [{ announce: visionBytes, stallAfter: 4_000_000, noTag: true }]
    const running = startWinnow(['--data', data, 'models', 'add', 'openai-clip-vit-b-32', '--mirror', hub.url])
    await running.said(/Licence: MIT/)
    await expect.poll(() => hub.seen.length, { timeout: 20_000 }).toBe(1)
    running.send('SIGINT')
    const { code, err } = await running.ended
    expect([code, err]).toEqual([130, expect.stringContaining('The same command goes on where it stopped')])
    expect((await winnow('--data', data, 'models')).out).toMatch(/openai-clip-vit-b-32@d15189d +download paused/)
    expect((await winnow('--data', data, 'models', 'remove', 'openai-clip-vit-b-32')).code).toBe(0)
    expect((await winnow('--data', data, 'models')).out).toMatch(/openai-clip-vit-b-32@d15189d +not here/)
  })

  it.each([[[]], [['no-such-model']], [['a', '--from', folder]], [['a', '--mirror', 'nowhere']]])(
    'ends add %j with words',
    async (args) => {
      const { code, err } = await winnow('--data', temporaryFolder(), 'models', 'add', ...args)
      expect(code).toBeGreaterThan(0)
      expect(err).toMatch(/\.\n/)
    },
  )
})
