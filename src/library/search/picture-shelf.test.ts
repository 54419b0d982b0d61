import { expect, test } from 'vitest'
import { mostPicturesAtOnce } from '../../contract/primitives.ts'
import { createPictureShelf } from './picture-shelf.ts'

test('remembers the yes and the no of the largest step, and forgets what is older', () => {
  const shelf = createPictureShelf()
  const vector = new Float32Array(1)
  const ids = Array.from({ length: 2 * mostPicturesAtOnce }, (_, i) => shelf.put({ vector, name: `${i}` }))
  expect(shelf.pictureOf(ids[0]!).name).toBe('0')
  shelf.put({ vector, name: 'one more' })
  expect(() => shelf.pictureOf(ids[0]!)).toThrow(/does not remember/)
})
