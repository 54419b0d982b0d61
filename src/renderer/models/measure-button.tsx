import type { ReactNode } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { useHardware } from '../hardware/use-hardware.ts'
import styles from './measure-button.module.css'

/** Finds out how fast the model in use is here, so that what others would take can be said. */
export function MeasureButton(): ReactNode {
  const { test } = useHardware()
  const testing = useLibrary('providers.list', {}).data?.isTesting ?? false
  return (
    <Button className={styles.button} aria-disabled={testing} onClick={() => (testing ? undefined : test(['cpu']))}>
      {testing ? 'Measuring…' : 'Measure it'}
    </Button>
  )
}
