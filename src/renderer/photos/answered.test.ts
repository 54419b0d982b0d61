import { describe, expect, it } from 'vitest'
import type { PhotoDetails } from '../../contract/photos.ts'
import { answered, describeAnswer } from './answered.ts'

const dog = { categoryId: 1, name: 'Dog', colour: '#123456', origin: 'built-in' } as const
const beach = { categoryId: 2, name: 'Beach', colour: '#654321', origin: 'own' } as const

const photo: PhotoDetails = {
  photoId: 9,
  widthPx: 4,
  heightPx: 3,
  takenAtMs: 0,
  takenAtSource: 'exif',
  camera: null,
  lens: null,
  exposure: null,
  latitude: null,
  longitude: null,
  mediaType: 'image/jpeg',
  ready: true,
  tags: [{ ...dog, saidBy: 'winnow', band: 'sure', probability: 0.9 }],
  saidNo: [],
  files: [],
}

describe('an answer, before the library has said so', () => {
  it('yes makes the tag the person’s own', () => {
    expect(answered(photo, dog, 'yes').tags).toEqual([{ ...dog, saidBy: 'you', band: 'sure', probability: 1 }])
  })

  it('no takes the tag away and is listed', () => {
    const after = answered(photo, dog, 'no')
    expect(after.tags).toEqual([])
    expect(after.saidNo).toEqual([{ categoryId: 1, name: 'Dog' }])
    expect(answered(after, dog, 'no').saidNo).toHaveLength(1)
  })

  it('yes after no is no longer listed as no', () => {
    expect(answered(answered(photo, dog, 'no'), dog, 'yes').saidNo).toEqual([])
  })

  it('a new tag is added before the others', () => {
    expect(answered(photo, beach, 'yes').tags.map(({ name }) => name)).toEqual(['Beach', 'Dog'])
  })

  it('taken back, only what the person said goes; what Winnow thinks stays', () => {
    expect(answered(photo, dog, 'undecided').tags).toEqual(photo.tags)
    expect(answered(answered(photo, beach, 'yes'), beach, 'undecided').tags).toEqual(photo.tags)
  })

  it('is told in words', () => {
    expect(describeAnswer('Dog', 'no', 1)).toBe('Said no to Dog for this photo')
    expect(describeAnswer('Dog', 'yes', 1200)).toBe('Said yes to Dog for 1,200 photos')
    expect(describeAnswer('Dog', 'undecided', 1)).toBe('Took the answer for Dog back for this photo')
  })
})
