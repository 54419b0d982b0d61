import type { ReactNode } from 'react'
import type { ProviderList } from '../../contract/providers.ts'
import { Choice } from '../controls/choice.tsx'
import { SettingLine } from './setting-line.tsx'
import { useHardware } from './use-hardware.ts'

const usual = [1, 4, 8, 16, 32]

/** How many photos are looked at in one go. */
export function BatchSetting({ batchSize }: Pick<ProviderList, 'batchSize'>): ReactNode {
  const { configure } = useHardware()
  const { choice, used } = batchSize
  const sizes = choice === null || usual.includes(choice) ? usual : [...usual, choice].toSorted((a, b) => a - b)
  return (
    <SettingLine
      label="Photos at once"
      hint={`More may be faster and take more memory. ${choice === null ? `Winnow takes ${used}.` : ''}`}
    >
      <Choice
        label="Photos at once"
        value={choice === null ? 'winnow' : String(choice)}
        choices={[
          { value: 'winnow', label: 'Automatic' },
          ...sizes.map((size) => ({ value: String(size), label: String(size) })),
        ]}
        onChange={(value) => configure({ batchSize: value === 'winnow' ? null : Number(value) })}
      />
    </SettingLine>
  )
}
