import { foldWords } from '../../core/search/fold-text.ts'
import { typedFit } from '../../core/search/match-names.ts'
import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { FileNameRow } from '../store/file-name.ts'

/** A directory that directly holds photos. */
export interface Directory {
  readonly folderId: number
  /** Below the folder, with `/` between names and none at the end; '' for the folder itself. */
  readonly path: string
  /** Files in it. */
  readonly photoCount: number
}

/** Where photos lie, in memory: every name is looked at while a person types. */
export interface FileNameTable {
  /** The files of a photo, replacing what was known; none when it is gone. */
  set(photoId: number, files: readonly Pick<FileNameRow, 'folderId' | 'relativePath'>[]): void
  /** Photos of which one file has every word at the beginning of a word of its name or of a folder above it. */
  find(words: readonly string[]): PhotoSet
  /** Photos with a file in this sub-folder or deeper ('' for the folder itself). */
  inFolder(folderId: number, path: string): PhotoSet
  directories(): readonly Directory[]
  /** Up to `limit` photos whose file name fits what is being typed, the best fits first. */
  suggest(text: string, limit: number): readonly number[]
}

interface Place extends Directory {
  photoCount: number
  /** ' trip to rome', folded, so that a word is found at its beginning by a search for ' word'. */
  readonly words: string
}

interface Entry {
  readonly place: number
  readonly words: string
}

export function createFileNameTable(): FileNameTable {
  const places: Place[] = []
  const placeByKey = new Map<string, number>()
  // Most photos are one file, so that columns by photo id hold those, and the map what goes beyond.
  const firstPlaces: number[] = []
  const firstWords: string[] = []
  const others = new Map<number, readonly Entry[]>()

  function placeOf(folderId: number, path: string): number {
    const key = `${folderId}/${path}`
    const known = placeByKey.get(key)
    if (known !== undefined) return known
    placeByKey.set(key, places.length)
    return places.push({ folderId, path, photoCount: 0, words: joined(path) }) - 1
  }

  function forget(photoId: number): void {
    const first = firstPlaces[photoId]
    if (first !== undefined && first >= 0) places[first]!.photoCount--
    for (const entry of others.get(photoId) ?? []) places[entry.place]!.photoCount--
    others.delete(photoId)
    if (first !== undefined) firstPlaces[photoId] = -1
  }

  /** Photos with a file that has all of its directory's words in its name; null for a directory in which nothing fits. */
  function collect(soughtIn: readonly (readonly string[] | null)[]): PhotoSet {
    const found = createPhotoSet()
    const fits = (place: number, name: string): boolean => {
      const sought = soughtIn[place]
      if (sought === null || sought === undefined) return false
      for (const word of sought) if (!name.includes(word)) return false
      return true
    }
    for (let photoId = 1; photoId < firstPlaces.length; photoId++) {
      if (fits(firstPlaces[photoId]!, firstWords[photoId]!)) found.add(photoId)
    }
    for (const [photoId, entries] of others) {
      if (entries.some((entry) => fits(entry.place, entry.words))) found.add(photoId)
    }
    return found
  }

  return {
    set(photoId, files) {
      forget(photoId)
      const entries = files.map(({ folderId, relativePath }) => {
        const slash = relativePath.lastIndexOf('/')
        const place = placeOf(folderId, relativePath.slice(0, Math.max(0, slash)))
        places[place]!.photoCount++
        return { place, words: joined(relativePath.slice(slash + 1)) }
      })
      const [first, ...rest] = entries
      if (first === undefined) return
      while (firstPlaces.length <= photoId) {
        firstPlaces.push(-1)
        firstWords.push('')
      }
      firstPlaces[photoId] = first.place
      firstWords[photoId] = first.words
      if (rest.length > 0) others.set(photoId, rest)
    },
    find(words) {
      const sought = words.map((word) => ` ${word}`)
      // What a directory's own path already answers need not be sought in the names below it.
      return collect(places.map((place) => sought.filter((word) => !place.words.includes(word))))
    },
    inFolder(folderId, path) {
      const isInside = (place: Place): boolean =>
        place.folderId === folderId && (path === '' || place.path === path || place.path.startsWith(`${path}/`))
      return collect(places.map((place) => (isInside(place) ? [] : null)))
    },
    directories: () => places.filter((place) => place.photoCount > 0),
    suggest(text, limit) {
      const words = foldWords(text)
      const typed = words.map((word) => ` ${word}`)
      if (typed.length === 0) return []
      const found: { photoId: number; fit: number }[] = []
      // Newer photos have higher ids, on the whole, and are what a person is more likely to look for.
      for (let photoId = firstPlaces.length - 1; photoId > 0 && found.length < limit * 20; photoId--) {
        if ((firstPlaces[photoId] ?? -1) < 0) continue
        const name = firstWords[photoId]!
        if (typed.every((word) => name.includes(word)))
          found.push({ photoId, fit: typedFit(words, name.trim().split(' ')) })
      }
      return found
        .sort((a, b) => b.fit - a.fit || b.photoId - a.photoId)
        .slice(0, limit)
        .map(({ photoId }) => photoId)
    },
  }
}

function joined(name: string): string {
  const words = foldWords(name)
  return words.length === 0 ? '' : ` ${words.join(' ')}`
}
