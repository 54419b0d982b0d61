import { type ReactNode, useState } from 'react'
import type { ProviderList } from '../../contract/providers.ts'
import { Choice } from '../controls/choice.tsx'
import { Slider } from '../controls/slider.tsx'
import { SettingLine } from './setting-line.tsx'
import styles from './thread-setting.module.css'
import { useHardware } from './use-hardware.ts'

/** How many threads of the processor look at photos. */
export function ThreadSetting({ threads }: Pick<ProviderList, 'threads'>): ReactNode {
  const { configure } = useHardware()
  // While it is dragged; what the library says otherwise.
  const [dragged, setDragged] = useState<number | null>(null)
  const shown = dragged ?? threads.choice ?? threads.used
  const byHand = threads.choice !== null
  return (
    <SettingLine
      label="Threads"
      hint={`Of the processor. ${byHand ? 'Fewer leave more of it to other programs.' : `Winnow takes ${threads.used} of ${threads.most}.`}`}
    >
      {byHand && threads.most > 1 && (
        <>
          <div className={styles.slider}>
            <Slider
              label="Threads"
              value={shown}
              min={1}
              max={threads.most}
              step={1}
              valueText={`${shown} of ${threads.most}`}
              onChange={setDragged}
              onCommit={(next) => {
                setDragged(null)
                configure({ threads: next })
              }}
            />
          </div>
          <span className={styles.value}>
            {shown} of {threads.most}
          </span>
        </>
      )}
      <Choice
        label="Who decides on threads"
        value={byHand ? 'hand' : 'winnow'}
        choices={[
          { value: 'winnow', label: 'Automatic' },
          { value: 'hand', label: 'By hand' },
        ]}
        onChange={(who) => configure({ threads: who === 'hand' ? Math.min(threads.used, threads.most) : null })}
      />
    </SettingLine>
  )
}
