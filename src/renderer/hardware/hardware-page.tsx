import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ProviderList as Providers } from '../../contract/providers.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { PageMessage } from '../controls/page-message.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { takeLostFocus } from '../sort-runs/take-lost-focus.ts'
import { BatchSetting } from './batch-setting.tsx'
import styles from './hardware-page.module.css'
import { PowerSettings } from './power-settings.tsx'
import { ProviderList } from './provider-list.tsx'
import { ThreadSetting } from './thread-setting.tsx'
import { useHardware, useHardwareError } from './use-hardware.ts'

/** What looks at photos on this machine, and why; tests of it, and the ways to have it otherwise. */
export function HardwarePage(): ReactNode {
  const { data, error, refetch } = useLibrary('providers.list', {})
  if (data !== undefined) return <Hardware list={data} />
  return error === null ? (
    <div />
  ) : (
    <PageMessage title="The hardware can’t be shown" words={sentenceOf(error)} isAlert>
      <Button onClick={() => void refetch()}>Try again</Button>
    </PageMessage>
  )
}

function Hardware({ list }: { readonly list: Providers }): ReactNode {
  const page = useRef<HTMLDivElement>(null)
  const { test } = useHardware()
  const error = useHardwareError((hardware) => hardware.error)
  const tested = list.providers.some(({ finding }) => finding !== null)
  useEffect(() => takeLostFocus(page.current), [])
  return (
    <div ref={page} className={styles.page} tabIndex={-1} data-keys="panel">
      <div className={styles.column}>
        <div className={styles.top}>
          <p className={styles.why}>{list.why}</p>
          <p className={styles.facts}>{factsOf(list).join(' · ')}</p>
          {list.notice !== null && <p className={styles.notice}>{list.notice}</p>}
        </div>
        <div role="alert" className={styles.errors}>
          {error !== null && (
            <div className={styles.error}>
              <p>{error}</p>
              <IconButton label="Close this message" onClick={() => useHardwareError.setState({ error: null })}>
                <X />
              </IconButton>
            </div>
          )}
        </div>
        <section className={styles.section} aria-labelledby="hardware-providers">
          <div className={styles.heading}>
            <h2 id="hardware-providers">What looks at photos</h2>
            <Button
              className={styles.all}
              aria-disabled={list.isTesting}
              onClick={() => (list.isTesting ? undefined : test())}
            >
              {list.isTesting ? 'Testing…' : tested ? 'Test all again' : 'Test all'}
            </Button>
          </div>
          <ProviderList list={list} />
          <p className={styles.hint}>
            Each is tested in a process of its own: whether its numbers are those of the processor, and how many photos
            a second it does.
          </p>
          {/* Not each step of a test: that it began and what came of it. */}
          <p className="visually-hidden" role="status">
            {list.isTesting ? 'Testing' : list.why}
          </p>
        </section>
        <section className={styles.section} aria-labelledby="hardware-pace">
          <div className={styles.heading}>
            <h2 id="hardware-pace">Pace</h2>
          </div>
          <div className={styles.settings}>
            <ThreadSetting threads={list.threads} />
            <BatchSetting batchSize={list.batchSize} />
            <PowerSettings power={list.power} />
          </div>
        </section>
      </div>
    </div>
  )
}

/** Which model was tested and on what. */
function factsOf({ modelName, driver, providers }: Providers): readonly string[] {
  const tested = providers.some(({ finding }) => finding !== null)
  const known = driver !== '' && driver !== 'unknown'
  return [
    ...(modelName === null || !tested ? [] : [`Tested with ${modelName}`]),
    known ? driver.charAt(0).toUpperCase() + driver.slice(1) : 'No graphics driver was found',
  ]
}
