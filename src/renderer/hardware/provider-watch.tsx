import { type ReactNode, useEffect } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { useNotice } from '../state/notice-store.ts'
import { openSidePage } from '../state/side-page.ts'
import { useView } from '../state/view-store.ts'

/** Says in one line, wherever the person is, that something else looks at photos now because what did failed. */
export function ProviderWatch(): ReactNode {
  const notice = useLibrary('providers.list', {}).data?.notice ?? null
  useEffect(() => {
    if (notice === null || useView.getState().place.kind === 'hardware') return
    const show = { label: 'Show', run: () => openSidePage({ kind: 'hardware' }) }
    useNotice.getState().say(notice, { action: show })
  }, [notice])
  return null
}
