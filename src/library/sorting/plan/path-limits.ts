import type { PathLimits } from '../../../core/sorting/sort-facts.ts'

/** Longest whole paths, by system; the end of the text counts as one character in the systems' own limits. */
const pathLengths: Readonly<Partial<Record<NodeJS.Platform, number>>> = { darwin: 1023, win32: 259 }

/** What the file systems of a computer can hold. */
export function pathLimits(platform: NodeJS.Platform): PathLimits {
  return { nameBytes: 255, pathLength: pathLengths[platform] ?? 4095 }
}
