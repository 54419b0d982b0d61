import type { VectorMatrix } from '../vector/vector-matrix.ts'
import { nearestNeighbours } from './nearest-neighbours.ts'
import type { Neighbours } from './nearest-neighbours.ts'
import { principalSpace } from './principal-space.ts'

/** Photos that belong together. */
export interface PhotoGroup {
  /** Rows of the photos given, the most typical first. */
  readonly rows: readonly number[]
  /** Mean likeness of its photos to their nearest ones, -1 to 1. */
  readonly cohesion: number
}

export interface GroupingOptions {
  readonly smallest: number
  readonly most: number
}

const spaceDim = 48
const neighbourCount = 10
/** Two hills of density are one group unless the lower rises this much above the saddle between them. */
const persistence = 0.04
/** A photo less like its neighbours than this belongs to no group. */
const leastDensity = 0.35
/** A group is cut to photos at least this near in density to its peak: what trails off is left for later. */
const largestFall = 0.35

/**
 * Groups among photos nobody has a name for, best first: large and tight ones before small and loose ones. Hills of density in the
 * graph of nearest neighbours, merged by how far they stand out (ToMATo; Chazal, Guibas, Oudot & Skraba 2013): no number of groups
 * to choose, any shape, the same answer every time. Photos that are like nothing stay out.
 *
 * `photos` are unit vectors, up to some 10,000 (a few seconds); take a sample of more. Pauses every few tens of milliseconds, for
 * whoever runs it to let others work.
 */
export function* findGroups(
  photos: VectorMatrix,
  options: GroupingOptions,
): Generator<undefined, readonly PhotoGroup[]> {
  if (photos.rows < options.smallest) return []
  const neighbours = yield* nearestNeighbours(yield* principalSpace(photos, spaceDim), neighbourCount)
  const density = densityOf(neighbours, photos.rows)
  const hills = climb(neighbours, density)
  const groups: PhotoGroup[] = []
  for (const rows of hills.values()) {
    const peak = density[rows[0]!]!
    const kept = rows.filter((row) => density[row]! >= Math.max(leastDensity, peak - largestFall))
    if (kept.length < options.smallest) continue
    const cohesion = kept.reduce((sum, row) => sum + density[row]!, 0) / kept.length
    groups.push({ rows: kept, cohesion })
  }
  return groups.toSorted((a, b) => worth(b) - worth(a) || a.rows[0]! - b.rows[0]!).slice(0, options.most)
}

/** Twice as large is a little better, twice as tight much. */
function worth({ rows, cohesion }: PhotoGroup): number {
  return cohesion * Math.log2(1 + rows.length)
}

/** How alike a photo is to its nearest ones. */
function densityOf({ count, likeness }: Neighbours, rows: number): Float32Array {
  const density = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < count; i++) density[row]! += likeness[row * count + i]! / count
  }
  return density
}

/**
 * From the densest photo downwards, each joins the hill of its densest neighbour, and hills that meet are merged unless both
 * stand out. Returns the photos of each hill, densest first.
 */
function climb(neighbours: Neighbours, density: Float32Array): Map<number, number[]> {
  const order = [...density.keys()].toSorted((a, b) => density[b]! - density[a]! || a - b)
  const parent = new Int32Array(density.length).fill(-1)
  const find = (row: number): number => {
    let root = row
    while (parent[root] !== root) root = parent[root]!
    for (let at = row; at !== root;) {
      const next = parent[at]!
      parent[at] = root
      at = next
    }
    return root
  }
  for (const row of order) {
    const start = row * neighbours.count
    const higher = [...neighbours.rows.subarray(start, start + neighbours.count)]
      .filter((other) => parent[other] !== -1)
      .toSorted((a, b) => density[b]! - density[a]! || a - b)
    parent[row] = row
    if (higher.length === 0) continue
    let own = find(higher[0]!)
    parent[row] = own
    for (const other of higher) {
      const root = find(other)
      if (root === own) continue
      const [lower, upper] =
        density[root]! < density[own]! || (density[root] === density[own] && root > own) ? [root, own] : [own, root]
      if (density[lower]! - density[row]! < persistence) {
        parent[lower] = upper
        own = upper
      }
    }
  }
  const hills = new Map<number, number[]>()
  for (const row of order) {
    const root = find(row)
    const hill = hills.get(root)
    if (hill === undefined) hills.set(root, [row])
    else hill.push(row)
  }
  return hills
}
