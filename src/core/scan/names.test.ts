import { expect, test } from 'vitest'
import { isExcludedName } from './excluded-name.ts'
import { mediaKind } from './media-kind.ts'
import { directoryOf, isWithin, nameOf } from './relative-path.ts'

test('kinds go by the ending, whatever its case', () => {
  const kinds = [
    'a.jpg',
    'a.JPEG',
    'a.b.Png',
    'x.avif',
    'IMG.HEIC',
    'clip.MP4',
    'a.CR2',
    'notes.txt',
    'jpg',
    '.jpg',
    'a.',
  ]
  expect(kinds.map(mediaKind)).toEqual([
    'photo',
    'photo',
    'photo',
    'photo',
    'other-media',
    'other-media',
    'other-media',
    null,
    null,
    null,
    null,
  ])
})

test('copies, caches and rubbish are passed by', () => {
  const passedBy = [
    '@eaDir',
    '.git',
    'node_modules',
    '$RECYCLE.BIN',
    '.Trash',
    '.Trash-1000',
    '._IMG_1.jpg',
    'Photos Library.photoslibrary',
    'System Volume Information',
    '.thumbnails',
    'Lightroom Previews.lrdata',
  ]
  expect(passedBy.filter((name) => !isExcludedName(name))).toEqual([])
  expect(['Photos', 'photoslibrary', 'IMG_1.jpg', '2024', 'my.git', 'Übung'].filter(isExcludedName)).toEqual([])
})

test('paths below a folder', () => {
  expect([directoryOf('a/b/c.jpg'), nameOf('a/b/c.jpg')]).toEqual(['a/b/', 'c.jpg'])
  expect([directoryOf('c.jpg'), nameOf('c.jpg')]).toEqual(['', 'c.jpg'])
  expect([isWithin('a/b/', 'a/'), isWithin('a/', ''), isWithin('ab/', 'a/')]).toEqual([true, true, false])
})
