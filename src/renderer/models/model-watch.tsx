import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ModelView } from '../../contract/models.ts'
import { useLibrary } from '../connection/library.tsx'
import { useNotice } from '../state/notice-store.ts'
import { openSidePage } from '../state/side-page.ts'
import { useView } from '../state/view-store.ts'
import { spokenState } from './state-words.ts'

/**
 * Follows what becomes of models wherever the person is: on their page changes are only said aloud, elsewhere what ended
 * is said in one line.
 */
export function ModelWatch(): ReactNode {
  const models = useLibrary('models.list', {}).data?.models
  const known = useRef<ReadonlyMap<string, string> | null>(null)
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    if (models === undefined) return
    const before = known.current
    known.current = new Map(models.map((model) => [model.modelKey, standingOf(model)]))
    if (before === null) return
    const changed = models.filter((model) => before.get(model.modelKey) !== standingOf(model))
    if (changed.length === 0) return
    if (useView.getState().place.kind === 'models') {
      setSpoken(changed.flatMap(({ name, state }) => spokenState(name, state) ?? []).join('. '))
      return
    }
    for (const model of changed) sayElsewhere(model, before.get(model.modelKey))
  }, [models])
  return (
    <p className="visually-hidden" role="status">
      {spoken}
    </p>
  )
}

/** What is worth a word when it changes; numbers are not. */
function standingOf({ state }: ModelView): string {
  return state.kind === 'preparing' ? `preparing ${state.state} ${state.stage}` : state.kind
}

function sayElsewhere({ name, state }: ModelView, before: string | undefined): void {
  const { say } = useNotice.getState()
  const show = { label: 'Show', run: () => openSidePage({ kind: 'models' }) }
  if (state.kind === 'active') say(`Winnow looks at photos with ${name} now`, { action: show })
  else if (state.kind === 'installed' && before === 'checking') say(`${name} is here and can be used`, { action: show })
  else if (state.kind === 'failed') say(`The download of ${name} stopped`, { action: show })
}
