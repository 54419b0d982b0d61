import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KnownFile, ListedFile } from './diff-listing.ts'
import { diffListing } from './diff-listing.ts'
import type { FileState } from './file-state.ts'

const names = fc.constantFrom('a.jpg', 'b.jpg', 'c.heic', 'caf\u00e9.jpg', 'cafe\u0301.jpg', '写真.png')
const sizes = fc.constantFrom(0, 10, 20)
const times = fc.constantFrom(1000.25, 2000)
const states = fc.constantFrom<FileState>('found', 'looked', 'ready', 'failed', 'missing', 'unsupported')

const listings: fc.Arbitrary<ListedFile[]> = fc
  .uniqueArray(fc.record({ name: names, sizeBytes: sizes, mtimeMs: times, inTheCloud: fc.boolean() }), {
    selector: (file) => file.name,
  })
  .map((files) => files.map((file) => ({ ...file, kind: file.name.endsWith('.heic') ? 'other-media' : 'photo' })))

const memories: fc.Arbitrary<Map<string, KnownFile>> = fc
  .uniqueArray(fc.record({ name: names, sizeBytes: sizes, mtimeMs: times, state: states, read: fc.boolean() }), {
    selector: (file) => file.name,
  })
  .map(
    (files) =>
      new Map(
        files.map(({ name, read, ...file }, index) => {
          const state = name.endsWith('.heic') && file.state !== 'missing' ? 'unsupported' : file.state
          const verified = state === 'ready' || (read && state !== 'unsupported' && !name.endsWith('.heic'))
          return [name, { ...file, state, verified, fileId: index + 1 }]
        }),
      ),
  )

/** What the library's store does with a diff. */
function remember(known: ReadonlyMap<string, KnownFile>, listing: readonly ListedFile[]): Map<string, KnownFile> {
  const diff = diffListing(known, listing)
  const next = new Map(known)
  const put = (fileId: number, { name, sizeBytes, mtimeMs }: ListedFile, state: FileState, verified: boolean) =>
    next.set(name, { fileId, sizeBytes, mtimeMs, state, verified })
  diff.added.forEach((listed, index) => {
    const isRead = listed.kind === 'photo' && !listed.inTheCloud
    put(100 + index, listed, isRead ? 'found' : 'unsupported', false)
  })
  for (const { fileId, listed } of diff.changed) put(fileId, listed, 'found', false)
  for (const { fileId, listed } of diff.setAside) put(fileId, listed, 'unsupported', false)
  for (const [name, file] of next) if (diff.returned.includes(file.fileId)) next.set(name, { ...file, state: 'ready' })
  return next
}

test('everything listed is remembered, and no file gets two verdicts', () => {
  fc.assert(
    fc.property(memories, listings, (known, listing) => {
      const diff = diffListing(known, listing)
      const ids = [
        ...diff.changed.map((one) => one.fileId),
        ...diff.setAside.map((one) => one.fileId),
        ...diff.returned,
      ]
      expect(new Set(ids).size).toBe(ids.length)
      const next = remember(known, listing)
      for (const { name } of listing) expect(next.get(name)?.state).not.toBe('missing')
    }),
  )
})

test('a second look at the same listing finds nothing to do', () => {
  fc.assert(
    fc.property(memories, listings, (known, listing) => {
      expect(diffListing(remember(known, listing), listing)).toEqual({
        added: [],
        changed: [],
        setAside: [],
        returned: [],
      })
    }),
  )
})

test('what is in the cloud is never read', () => {
  fc.assert(
    fc.property(memories, listings, (known, listing) => {
      const diff = diffListing(known, listing)
      expect(diff.changed.filter((one) => one.listed.inTheCloud)).toEqual([])
    }),
  )
})

test('a photo that was read is read again only when its size or time differs, or its file was of no use before', () => {
  fc.assert(
    fc.property(memories, listings, (known, listing) => {
      for (const { fileId, listed } of diffListing(known, listing).changed) {
        const file = [...known.values()].find((one) => one.fileId === fileId)!
        const isSame = file.sizeBytes === listed.sizeBytes && file.mtimeMs === listed.mtimeMs
        expect(isSame && file.state === 'ready').toBe(false)
      }
    }),
  )
})

const listed = (name: string): ListedFile => ({ name, sizeBytes: 1, mtimeMs: 1, kind: 'photo', inTheCloud: false })

test('two normal forms of one name are two files', () => {
  const known = new Map([
    ['caf\u00e9.jpg', { fileId: 1, sizeBytes: 1, mtimeMs: 1, state: 'ready' as const, verified: true }],
  ])
  expect(diffListing(known, [listed('cafe\u0301.jpg')]).added).toHaveLength(1)
  expect(diffListing(known, [listed('caf\u00e9.jpg')]).added).toHaveLength(0)
})
