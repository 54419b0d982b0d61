import { dirname } from 'node:path'
import { isInside } from '../../scan/path-inside.ts'
import type { Store } from '../../store/store.ts'
import type { Disk } from '../disk/disk.ts'
import { refuseWithoutFolder } from './check-source.ts'
import { LeftAlone } from './stop.ts'

/** Makes directories as they are needed, each looked at once a batch. */
export interface TargetDirectories {
  /** Those on the way to `directories` that are not there, outer ones first. Nothing is made. */
  missing(directories: readonly string[]): Promise<readonly string[]>
  /** @throws LeftAlone when it can't be a directory, or lies elsewhere than its path says; the file system's error */
  make(directory: string): Promise<void>
  /** Directories in which others were made since the last call. */
  takeChanged(): readonly string[]
}

/** @param rootPath what nothing may lead out of; null when files go back to where they were */
export function createTargetDirectories(disk: Disk, store: Store, rootPath: string | null): TargetDirectories {
  const making = new Map<string, Promise<void>>()
  const changed = new Set<string>()

  const makeNow = async (directory: string): Promise<void> => {
    const facts = await disk.facts(directory)
    if (facts === null) {
      const parent = dirname(directory)
      if (rootPath === null) await refuseWithoutFolder(disk, store, directory)
      if (parent !== directory) await make(parent)
      if (await disk.makeDirectory(directory)) changed.add(parent)
    } else if (facts.kind === 'file' || facts.kind === 'other')
      throw new LeftAlone(`A file stands where the folder ${directory} is needed.`)
    // What holds the target is the person's own arrangement; what is inside may have become a link.
    if (rootPath === null || !isInside(directory, rootPath)) return
    if (!isInside(await disk.realPath(directory), await disk.realPath(rootPath)))
      throw new LeftAlone(`The folder ${directory} is a link that leads out of ${rootPath}.`)
  }

  const make = (directory: string): Promise<void> => {
    const known = making.get(directory)
    if (known !== undefined) return known
    const made = makeNow(directory)
    making.set(directory, made)
    return made
  }

  return {
    async missing(directories) {
      const missing = new Set<string>()
      const there = new Set<string>()
      for (const directory of directories) {
        const way: string[] = []
        let at = directory
        while (!missing.has(at) && !there.has(at) && (await disk.facts(at)) === null && dirname(at) !== at) {
          way.push(at)
          at = dirname(at)
        }
        if (!missing.has(at)) there.add(at)
        for (const one of way.reverse()) missing.add(one)
      }
      return [...missing]
    },
    make,
    takeChanged() {
      const taken = [...changed]
      changed.clear()
      return taken
    },
  }
}
