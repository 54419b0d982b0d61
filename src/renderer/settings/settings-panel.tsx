import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Settings } from '../../contract/system.ts'
import { Choice } from '../controls/choice.tsx'
import { Dialog } from '../controls/dialog.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Slider } from '../controls/slider.tsx'
import { useView } from '../state/view-store.ts'
import { About } from './about.tsx'
import { HiddenCategories } from './hidden-categories.tsx'
import { ModelAndHardware } from './model-and-hardware.tsx'
import styles from './settings-panel.module.css'
import { SharedCategories } from './shared-categories.tsx'
import { useChangeSettings, useSettings, useShowSettings } from './use-settings.ts'

/** The few things a person may want otherwise; each is kept as it is changed. */
export function SettingsPanel(): ReactNode {
  const show = useView((view) => view.show)
  const settings = useSettings()
  const close = (): void => show('none')
  return (
    <Dialog label="Settings" onClose={close}>
      <div className={styles.body}>
        {settings !== undefined && <LookSettings settings={settings} />}
        <ModelAndHardware />
        <HiddenCategories />
        <SharedCategories />
        <About />
      </div>
      {/* Drawn above, but after the settings in the order of Tab: opening the panel leads to the first of them. */}
      <div className={styles.top}>
        <h2 className={styles.title}>Settings</h2>
        <IconButton label="Close" onClick={close}>
          <X />
        </IconButton>
      </div>
    </Dialog>
  )
}

function LookSettings({ settings }: { readonly settings: Settings }): ReactNode {
  const change = useChangeSettings()
  const show = useShowSettings()
  return (
    <section className={styles.group}>
      <Line label="Theme">
        <Choice
          label="Theme"
          value={settings.theme}
          onChange={(theme) => change({ theme })}
          choices={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Line>
      <Line label="Size of photos">
        <div className={styles.slider}>
          <Slider
            label="Size of photos"
            value={settings.rowHeightPx}
            min={80}
            max={480}
            step={20}
            valueText={`${settings.rowHeightPx} pixels high`}
            onChange={(rowHeightPx) => show({ rowHeightPx })}
            onCommit={(rowHeightPx) => change({ rowHeightPx })}
          />
        </div>
      </Line>
      <Line label="Behind an open photo">
        <Choice
          label="Behind an open photo"
          value={settings.viewerBackground}
          onChange={(viewerBackground) => change({ viewerBackground })}
          choices={[
            { value: 'black', label: 'Black' },
            { value: 'paper', label: 'Paper' },
          ]}
        />
      </Line>
    </section>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <div className={styles.line} role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {children}
    </div>
  )
}
