import { useEffect, useRef, useState } from 'react'
import { useView } from '../state/view-store.ts'
import { showsPhotos } from '../state/view.ts'

const pauseMs = 120

interface SearchText {
  readonly text: string
  readonly type: (text: string) => void
  /** Searches for what is typed now, without waiting for a pause. */
  readonly commit: () => void
}

/** What is in the search box. It narrows the photos after a short pause in typing, and follows when they are narrowed elsewhere. */
export function useSearchText(): SearchText {
  const searched = useView((view) => view.narrowing.text)
  const [text, setText] = useState(searched)
  const sent = useRef(searched)

  useEffect(() => {
    // Only what came from elsewhere may replace what is being typed.
    if (searched === sent.current) return
    sent.current = searched
    setText(searched)
  }, [searched])

  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      searchFor(text)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [text])

  return {
    text,
    type: setText,
    commit: () => {
      if (text === sent.current) return
      sent.current = text
      searchFor(text)
    },
  }
}

/** Narrows the photos to some words; leaves places that show none. */
function searchFor(text: string): void {
  const view = useView.getState()
  if (!showsPhotos(view.place)) view.go({ kind: 'all' })
  if (view.editing !== null) view.edit(null)
  view.narrow({ text })
}
