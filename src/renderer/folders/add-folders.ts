import { attempt } from '../connection/attempt.ts'
import { bridge } from '../connection/host.ts'
import { library } from '../connection/library.tsx'
import { useNotice } from '../state/notice-store.ts'
import { useView } from '../state/view-store.ts'

/** The last name of a path, whatever the system's separator. */
function nameOfPath(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? path
}

/**
 * Adds folders and says what became of each. Resolves with whether at least one is in the library now; what was refused
 * is said as a notice, or given to `onRefused` where there is a better place for it.
 */
export async function addFolders(paths: readonly string[], onRefused?: (reason: string) => void): Promise<boolean> {
  if (paths.length === 0) return false
  const answer = await attempt(library['folders.add']({ paths: [...paths] }))
  if (answer === undefined) return false
  const { say, complain } = useNotice.getState()
  const names = answer.added.map(({ path }) => nameOfPath(path))
  if (names.length > 0) say(`Added ${names.join(', ')}`, { undoable: true })
  else if (answer.alreadyIn[0] !== undefined) say(`${nameOfPath(answer.alreadyIn[0].path)} is already here`)
  const refused = answer.refused[0]
  if (refused !== undefined) (onRefused ?? complain)(refused.reason)
  return answer.added.length + answer.alreadyIn.length > 0
}

/** Asks for folders: with the system's dialog where there is one, else in a panel where a path can be typed. */
export async function chooseFolders(): Promise<void> {
  if (bridge === undefined) {
    useView.getState().show('add-folder')
    return
  }
  await addFolders(await bridge.folderDialog())
}
