import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import type { ProviderList as Providers } from '../../contract/providers.ts'
import { providerNames } from '../../core/providers/provider-name.ts'
import styles from './provider-list.module.css'
import { ProviderRow } from './provider-row.tsx'
import { useHardware } from './use-hardware.ts'

const winnow = 'winnow'

/** Everything on this machine that could look at photos: how each does, and which one is to be used. */
export function ProviderList({ list }: { readonly list: Providers }): ReactNode {
  const { configure } = useHardware()
  const fastest = Math.max(
    0,
    ...list.providers.map(({ finding }) => (finding?.kind === 'works' ? finding.photosPerSecond : 0)),
  )
  return (
    <RadioGroup.Root
      className={styles.list}
      aria-label="What looks at photos"
      value={list.choice ?? winnow}
      onValueChange={(value) => configure({ choice: providerNames.find((name) => name === value) ?? null })}
    >
      <div className={styles.row}>
        <RadioGroup.Item className={styles.radio} value={winnow} id="provider-winnow" aria-describedby="provider-hint">
          <RadioGroup.Indicator className={styles.dot} />
        </RadioGroup.Item>
        <div className={styles.words}>
          <label htmlFor="provider-winnow" className={styles.name}>
            Winnow decides
          </label>
          <p id="provider-hint" className={styles.sentence}>
            The fastest one with right results.
          </p>
        </div>
      </div>
      {list.providers.map((provider) => (
        <ProviderRow
          key={provider.name}
          provider={provider}
          fastest={fastest}
          testing={list.isTesting}
          chosen={list.choice === provider.name}
        />
      ))}
    </RadioGroup.Root>
  )
}
