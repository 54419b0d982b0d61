import { Switch } from 'radix-ui'
import type { ReactNode } from 'react'
import type { ProviderList } from '../../contract/providers.ts'
import styles from './power-settings.module.css'
import { SettingLine } from './setting-line.tsx'
import { useHardware } from './use-hardware.ts'

/** For quiet fans and long days without a socket. */
export function PowerSettings({ power }: Pick<ProviderList, 'power'>): ReactNode {
  const { configure } = useHardware()
  return (
    <>
      <SettingLine label="Use less power" hint="Half of the threads, one file at a time: slower, cooler and quieter.">
        <Toggle label="Use less power" on={power.usesLess} onChange={(usesLessPower) => configure({ usesLessPower })} />
      </SettingLine>
      <SettingLine label="Pause on battery" hint={batteryWords(power)}>
        <Toggle
          label="Pause on battery"
          on={power.pausesOnBattery}
          onChange={(pausesOnBattery) => configure({ pausesOnBattery })}
        />
      </SettingLine>
    </>
  )
}

function batteryWords({ isOnBattery, pausesOnBattery }: ProviderList['power']): string {
  if (isOnBattery === null) return 'This computer does not tell Winnow whether it runs on battery.'
  if (!isOnBattery) return 'It is plugged in now. What you ask for is always done.'
  return pausesOnBattery
    ? 'It runs on battery now, so photos wait. What you ask for is still done.'
    : 'It runs on battery now.'
}

interface ToggleProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

function Toggle({ label, on, onChange }: ToggleProps): ReactNode {
  return (
    <Switch.Root className={styles.toggle} aria-label={label} checked={on} onCheckedChange={onChange}>
      <Switch.Thumb className={styles.thumb} />
    </Switch.Root>
  )
}
