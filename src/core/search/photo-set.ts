/**
 * A set of photos as one bit an id. Ids are row ids of SQLite: small, dense and never re-used, so 100,000 photos are 12 KB,
 * and "shown under Dog, visible, in this folder" is a few thousand word operations.
 */
export interface PhotoSet {
  has(photoId: number): boolean
  add(photoId: number): void
  delete(photoId: number): void
  clear(): void
  /** How many photos it holds. */
  count(): number
  /** Adds every photo of the other set that is in none of `except`. */
  addAll(other: PhotoSet, ...except: readonly PhotoSet[]): void
  /** Removes every photo of the other set. */
  deleteAll(other: PhotoSet): void
  /** Keeps only what is in the other set too. */
  keepOnly(other: PhotoSet): void
  copy(): PhotoSet
  /** Ids in rising order. */
  ids(): number[]
  /** The bits, 32 ids a word; id 0 is bit 0 of word 0. Good until the next change; words beyond its end are empty. */
  words(): Uint32Array
}

export function createPhotoSet(photoIds: Iterable<number> = [], words = new Uint32Array(8)): PhotoSet {
  let bits = words

  function add(photoId: number): void {
    const word = photoId >>> 5
    if (word >= bits.length) reserve(word + 1)
    bits[word]! |= 1 << (photoId & 31)
  }

  function reserve(length: number): void {
    const larger = new Uint32Array(Math.max(length, bits.length * 2))
    larger.set(bits)
    bits = larger
  }

  for (const photoId of photoIds) add(photoId)

  return {
    has: (photoId) => ((bits[photoId >>> 5] ?? 0) & (1 << (photoId & 31))) !== 0,
    add,
    delete(photoId) {
      if (photoId >>> 5 < bits.length) bits[photoId >>> 5]! &= ~(1 << (photoId & 31))
    },
    clear: () => void bits.fill(0),
    count() {
      let count = 0
      for (let word = 0; word < bits.length; word++) count += bitCount(bits[word]!)
      return count
    },
    addAll(other, ...except) {
      const others = other.words()
      if (others.length > bits.length) reserve(others.length)
      const target = bits
      const excepted = Math.max(0, ...except.map((set) => set.words().length))
      // Most exceptions are empty: beyond their ends it is one operation a word.
      for (let word = 0; word < Math.min(excepted, others.length); word++) {
        let added = others[word]!
        for (const set of except) added &= ~(set.words()[word] ?? 0)
        target[word]! |= added
      }
      for (let word = excepted; word < others.length; word++) target[word]! |= others[word]!
    },
    deleteAll(other) {
      const others = other.words()
      const shared = Math.min(bits.length, others.length)
      for (let word = 0; word < shared; word++) bits[word]! &= ~others[word]!
    },
    keepOnly(other) {
      const others = other.words()
      const shared = Math.min(bits.length, others.length)
      for (let word = 0; word < shared; word++) bits[word]! &= others[word]!
      bits.fill(0, shared)
    },
    copy: () => createPhotoSet([], bits.slice()),
    ids() {
      const ids: number[] = []
      for (let word = 0; word < bits.length; word++) {
        // `x & -x` is the lowest bit that is set; taking it away leaves the next.
        for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) ids.push(word * 32 + 31 - Math.clz32(rest & -rest))
      }
      return ids
    },
    words: () => bits,
  }
}

/** How many photos two sets share, without making a third. */
export function countShared(a: PhotoSet, b: PhotoSet): number {
  const left = a.words()
  const right = b.words()
  const shared = Math.min(left.length, right.length)
  let count = 0
  for (let word = 0; word < shared; word++) count += bitCount(left[word]! & right[word]!)
  return count
}

/** Ones in a 32-bit word, added up in pairs, fours and bytes (Warren, Hacker's Delight, §5-1). */
function bitCount(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
