import { RadioGroup } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import type { ProviderView } from '../../contract/providers.ts'
import { Button } from '../controls/button.tsx'
import { photosPerSecondWords } from '../models/speed-words.ts'
import styles from './provider-list.module.css'
import { useHardware } from './use-hardware.ts'

interface ProviderRowProps {
  readonly provider: ProviderView
  /** Photos a second of the fastest one that works. */
  readonly fastest: number
  /** Some test is under way: one at a time. */
  readonly testing: boolean
  readonly chosen: boolean
}

/** One thing that could look at photos: its state in plain words, how fast it is beside the others, and its test. */
export function ProviderRow({ provider, fastest, testing, chosen }: ProviderRowProps): ReactNode {
  const id = useId()
  const { test } = useHardware()
  const { finding, name, label } = provider
  const trouble = finding !== null && finding.kind !== 'works' && finding.kind !== 'missing'
  return (
    <div className={styles.row} data-provider={name}>
      <RadioGroup.Item
        className={styles.radio}
        value={name}
        id={id}
        aria-describedby={`${id}-sentence`}
        disabled={!chosen && finding !== null && finding.kind !== 'works'}
      >
        <RadioGroup.Indicator className={styles.dot} />
      </RadioGroup.Item>
      <div className={styles.words}>
        <span className={styles.name}>
          <label htmlFor={id}>{label}</label>
          {provider.isUsed && <span className={styles.badge}>Used now</span>}
        </span>
        <p id={`${id}-sentence`} className={styles.sentence} data-trouble={trouble && !provider.isBeingTested}>
          {provider.isBeingTested ? 'Being tested, in a process of its own.' : provider.sentence}
        </p>
        <Speed provider={provider} fastest={fastest} />
      </div>
      <Button
        variant="quiet"
        className={styles.test}
        aria-disabled={testing}
        aria-label={`${finding === null ? 'Test' : 'Test again'}: ${label}`}
        onClick={() => (testing ? undefined : test([name]))}
      >
        {finding === null ? 'Test' : 'Test again'}
      </Button>
    </div>
  )
}

function Speed({ provider, fastest }: Pick<ProviderRowProps, 'provider' | 'fastest'>): ReactNode {
  const { finding, isBeingTested, isUsed, label } = provider
  if (isBeingTested) {
    return (
      <div className={styles.speed}>
        <progress className={styles.testing} aria-label={`Test of ${label}`} />
      </div>
    )
  }
  if (finding?.kind !== 'works') return null
  return (
    <div className={styles.speed}>
      <div className={styles.track} aria-hidden>
        <div
          className={styles.bar}
          data-used={isUsed}
          style={{ width: `${(finding.photosPerSecond / Math.max(fastest, finding.photosPerSecond)) * 100}%` }}
        />
      </div>
      <span>{photosPerSecondWords(finding.photosPerSecond)}</span>
    </div>
  )
}
