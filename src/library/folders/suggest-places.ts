import { realpath, stat } from 'node:fs/promises'
import type { LibraryContext } from '../context.ts'
import { isInside } from '../scan/path-inside.ts'

/** Places on this computer where photos often are: those that exist and are in no folder of the library yet. */
export async function suggestPlaces(
  context: LibraryContext,
): Promise<{ readonly places: { readonly path: string; readonly label: string }[] }> {
  const folders = context.store.folder.list()
  const places = new Map<string, { path: string; label: string }>()
  for (const place of await context.surroundings.usualPlaces()) {
    const path = await realPathOfFolder(place.path)
    if (path === null || places.has(path) || folders.some((folder) => isInside(path, folder.path))) continue
    places.set(path, { path, label: place.label })
  }
  return { places: [...places.values()] }
}

async function realPathOfFolder(path: string): Promise<string | null> {
  try {
    const real = await realpath(path)
    return (await stat(real)).isDirectory() ? real : null
  } catch {
    return null
  }
}
