import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import type { Client } from '../../src/contract/method.ts'
import type { Carried } from './carriers.ts'
import { carriers } from './carriers.ts'
import type { TestBackEnd } from './test-api.ts'
import { testApi, testBackEnd } from './test-api.ts'

describe.each(Object.entries(carriers))('%s', (carrierName, carry) => {
  let backEnd: TestBackEnd
  let carried: Carried
  let client: Client<typeof testApi>

  beforeEach(async () => {
    backEnd = testBackEnd()
    carried = await carry(backEnd.transport)
    client = createClient(testApi, carried.client)
  })
  afterEach(async () => await carried.close())

  it('brings input there and output back, with defaults filled in', async () => {
    expect(await client['test.echo']({ text: 'Möwe 🐦\u2028"\\' })).toEqual({ text: 'Möwe 🐦\u2028"\\' })
    expect(await client['test.echo']({ text: 'ab', times: 3 })).toEqual({ text: 'ababab' })
  })

  it('keeps many calls at once apart', async () => {
    const texts = Array.from({ length: 200 }, (_, index) => `call ${index}`)
    const answers = await Promise.all(texts.map((text) => client['test.echo']({ text })))
    expect(answers.map(({ text }) => text)).toEqual(texts)
  })

  it('tells what the library refused, with its details', async () => {
    await expect(client['test.refuse']({})).rejects.toMatchObject({
      name: 'WinnowError',
      code: 'not-found',
      message: 'There is no photo 3.',
      details: { photoId: 3 },
    })
  })

  it('says nothing of what broke inside, but logs it', async () => {
    const reply = await carried.client.call('test.break', {})
    expect(reply).toEqual({ ok: false, error: { code: 'internal', message: expect.any(String) } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(backEnd.internalErrors).toEqual(['test.break: secret of /home/ada'])
  })

  it('does not let out what the contract does not promise', async () => {
    await expect(client['test.lie']({})).rejects.toMatchObject({ code: 'internal' })
    expect(backEnd.internalErrors).toHaveLength(1)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', [1]],
    ['a wrong type', { text: 3 }],
    ['what is too long', { text: 'x'.repeat(1001) }],
    ['a prototype in place of a field', JSON.parse('{"__proto__": {"text": "inherited"}}')],
  ])('refuses %s as input', async (_name, input) => {
    expect(await carried.client.call('test.echo', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'test.nothing',
    'test.echo/',
    '../test.echo',
    'é ?&#',
  ])('knows no method named “%s”', async (name) => {
    expect(await carried.client.call(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  })

  it('does not repeat long names', async () => {
    const reply = await carried.client.call('x'.repeat(5000), {})
    expect(JSON.stringify(reply).length).toBeLessThan(500)
  })

  it('takes the largest picture and refuses more', async () => {
    expect(await client['test.take']({ dataBase64: 'A'.repeat(33_000_000) })).toEqual({ length: 33_000_000 })
    const reply = await carried.client.call('test.take', { dataBase64: 'A'.repeat(60_000_000) })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(await client['test.echo']({ text: 'still there' })).toEqual({ text: 'still there' })
  })

  it('cancels all the way', async () => {
    const controller = new AbortController()
    const call = client['test.wait']({}, controller.signal)
    await vi.waitFor(() => expect(backEnd.waits.begun).toBe(1))
    controller.abort()
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
    await vi.waitFor(() => expect(backEnd.waits).toEqual({ begun: 1, aborted: 1 }))
  })

  it('does not begin what is cancelled already', async () => {
    await expect(client['test.wait']({}, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
    await client['test.echo']({ text: 'after' })
    expect(backEnd.waits.begun).toBe(0)
  })

  it('delivers events to all who listen, in order, until they stop', async () => {
    const first: [string, unknown][] = []
    const second: [string, unknown][] = []
    const stopFirst = carried.client.subscribe((name, payload) => first.push([name, payload]))
    const stopSecond = carried.client.subscribe((name, payload) => second.push([name, payload]))
    await vi.waitFor(() => {
      backEnd.announce('warm-up', {})
      expect(first.length).toBeGreaterThan(0)
    })
    first.length = 0
    for (let index = 0; index < 50; index += 1) backEnd.announce('photos.changed', { photoIds: [index + 1] })
    const expected = Array.from({ length: 50 }, (_, index) => ['photos.changed', { photoIds: [index + 1] }])
    await vi.waitFor(() => expect(first.filter(([name]) => name !== 'warm-up')).toEqual(expected))
    stopFirst()
    backEnd.announce('photos.changed', { photoIds: null })
    await vi.waitFor(() => expect(second.at(-1)).toEqual(['photos.changed', { photoIds: null }]))
    expect(first.at(-1)).toEqual(['photos.changed', { photoIds: [50] }])
    stopSecond()
  })

  it.skipIf(carrierName === 'in-process')('ends what was asked when the back end dies, and its work', async () => {
    const call = client['test.wait']({})
    await vi.waitFor(() => expect(backEnd.waits.begun).toBe(1))
    await carried.die?.()
    await expect(call).rejects.toMatchObject({ code: 'not-available' })
    await vi.waitFor(() => expect(backEnd.waits.aborted).toBe(1))
    await vi.waitFor(() => expect(backEnd.listenerCount()).toBe(0))
  })

  it.skipIf(carrierName === 'in-process')(
    'works again when the back end is back, and says that events may be missing',
    async () => {
      const heard: string[] = []
      const stop = carried.client.subscribe((name) => heard.push(name))
      await client['test.echo']({ text: 'before' })
      await vi.waitFor(() => expect(backEnd.listenerCount()).toBe(1))
      await carried.die?.()
      await vi.waitFor(() => expect(backEnd.listenerCount()).toBe(0))
      heard.length = 0
      await carried.comeBack?.()
      await vi.waitFor(() => expect(heard).toContain('reconnected'), { timeout: 5000 })
      expect(await client['test.echo']({ text: 'after' })).toEqual({ text: 'after' })
      backEnd.announce('settings.changed', {})
      await vi.waitFor(() => expect(heard.at(-1)).toBe('settings.changed'))
      stop()
    },
  )
})
