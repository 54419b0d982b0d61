import type { LibraryContext, Tagger } from './context.ts'
import { folderHandlers } from './folders/folder-handlers.ts'
import { createFolderStatusKeeper } from './folders/folder-status.ts'
import { purgeFolders } from './folders/purge-folders.ts'
import { createFolderUndo } from './folders/remove-folder.ts'
import { createIndexer } from './indexing/indexer.ts'
import { indexingHandlers } from './indexing/indexing-handlers.ts'
import { createMediaServer } from './media/serve-media.ts'
import { problemHandlers } from './problems/problem-handlers.ts'
import { createScanner } from './scan/scanner.ts'
import { createFolderWatcher } from './watch/folder-watcher.ts'
import type { Watching } from './watch/folder-watcher.ts'
import { usualWatching } from './watch/folder-watcher.ts'

/** Puts together what keeps the library in step with the disk: scan, watch, index, problems, media. */
export function openIndexing(context: LibraryContext, tagger: Tagger, watching: Watching = usualWatching) {
  const { store, surroundings } = context
  const status = createFolderStatusKeeper(context)
  const scanner = createScanner({
    context,
    tagger,
    status,
    onFound: () => indexer.wake(),
    onBusyChanged: () => indexer.wake(),
    onFailed: (error) => indexer.block(error),
    onScanned: (folderId, outcome) => watcher.scanned(folderId, outcome),
  })
  const indexer = createIndexer({
    context,
    tagger,
    isScanning: () => scanner.isBusy,
    rescan: (folderId, directory) => scanner.scan(folderId, { targets: [{ directory, deep: false }] }),
    onTryAgain: () => scanner.retryFailed(),
  })
  const watcher = createFolderWatcher(context, scanner, status, watching)
  const folderUndo = createFolderUndo(context, scanner, () => indexer.wake())
  const serveMedia = createMediaServer(context, (photoId) => {
    if (context.access === 'read') return
    store.photo.dropThumbnail(photoId)
    store.file.requeueOfPhoto(photoId)
    indexer.wake()
  })

  return {
    scanner,
    wake: () => indexer.wake(),
    /** Photos are being read: what can wait does. */
    isReading: () => indexer.isReading,
    modelChanged: () => indexer.modelChanged(),
    folderUndo,
    serveMedia,
    handlers: {
      ...folderHandlers(context, scanner, folderUndo),
      ...indexingHandlers(indexer),
      ...problemHandlers(context, indexer),
    },
    start(): void {
      status.recover()
      purgeFolders(context).catch((error: unknown) =>
        surroundings.log('warn', 'Purging removed folders failed.', error),
      )
      watcher.start()
      indexer.start()
    },
    settled: indexer.settled,
    async close(): Promise<void> {
      await watcher.close()
      await scanner.close()
      await indexer.close()
    },
  }
}
