import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { openSidePage } from '../state/side-page.ts'
import styles from './settings-panel.module.css'

/** Which model looks at photos and what runs it, with the ways to have that otherwise. */
export function ModelAndHardware(): ReactNode {
  const model = useLibrary('system.info', {}).data?.model ?? null
  const used = useLibrary('providers.list', {}).data?.providers.find(({ isUsed }) => isUsed)
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>Looking at photos</h3>
      <div className={styles.line}>
        <span>Model{model === null ? '' : `: ${model.name}`}</span>
        <Button onClick={() => openSidePage({ kind: 'models' })}>Models…</Button>
      </div>
      <div className={styles.line}>
        <span>{used === undefined ? 'Hardware' : `Runs on: ${used.label}`}</span>
        <Button onClick={() => openSidePage({ kind: 'hardware' })}>Hardware…</Button>
      </div>
    </section>
  )
}
