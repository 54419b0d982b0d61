import type { LibraryContext } from '../context.ts'
import type { ScanFindings } from '../scan/scan-folder.ts'
import { folderNotice } from './folder-notice.ts'

/** How each folder is, kept in its row so that it is known before the first scan of the next start. */
export interface FolderStatusKeeper {
  /** A scan that was cut short by the end of the process is no scan any more. */
  recover(): void
  scanning(folderId: number): void
  ready(folderId: number, findings: ScanFindings): void
  offline(folderId: number): void
  /** There, but without anything it held: taken for a drive that is not mounted, rather than for deleted photos. */
  emptied(folderId: number): void
  unreadable(folderId: number): void
  /** A sentence while the folder is watched by polling, null when changes are noticed at once. */
  polling(folderId: number, notice: string | null): void
  forget(folderId: number): void
}

const noFindings: ScanFindings = { unreadable: [], badNames: 0 }

export function createFolderStatusKeeper(context: LibraryContext): FolderStatusKeeper {
  const { store, events } = context
  const findings = new Map<number, ScanFindings>()
  const polling = new Map<number, string>()

  const noticeOf = (folderId: number): string | null =>
    folderNotice({
      ...(findings.get(folderId) ?? noFindings),
      inTheCloud: store.folderContents.inTheCloudCount(folderId),
      polling: polling.get(folderId) ?? null,
    })

  const set = (
    folderId: number,
    status: 'ready' | 'scanning' | 'offline' | 'unreadable',
    notice: string | null,
  ): void => {
    const row = store.folder.get(folderId)
    if (row === undefined || (row.status === status && row.notice === notice)) return
    store.folder.setStatus(folderId, status, notice)
    events.announce('folders.changed', {})
    // Whether its photos are greyed has changed with it.
    if ((row.status === 'offline') !== (status === 'offline')) events.announce('photos.changed', { photoIds: null })
  }

  return {
    recover() {
      for (const folder of store.folder.list()) {
        if (folder.status === 'scanning') store.folder.setStatus(folder.folderId, 'ready', folder.notice)
      }
    },
    scanning: (folderId) => set(folderId, 'scanning', store.folder.get(folderId)?.notice ?? null),
    ready(folderId, found) {
      findings.set(folderId, found)
      set(folderId, 'ready', noticeOf(folderId))
    },
    offline: (folderId) =>
      set(
        folderId,
        'offline',
        'The folder is not there now. Connect its drive; Winnow keeps all it knows about its photos.',
      ),
    emptied: (folderId) =>
      set(
        folderId,
        'offline',
        'The folder is empty now. If its photos are on a drive, connect it; Winnow keeps all it knows about them.',
      ),
    unreadable: (folderId) =>
      set(
        folderId,
        'unreadable',
        'Winnow is not allowed to read this folder. Change its permissions, then scan it again.',
      ),
    polling(folderId, notice) {
      if (notice === null) polling.delete(folderId)
      else polling.set(folderId, notice)
      const row = store.folder.get(folderId)
      if (row?.status === 'ready') set(folderId, 'ready', noticeOf(folderId))
    },
    forget(folderId) {
      findings.delete(folderId)
      polling.delete(folderId)
    },
  }
}
