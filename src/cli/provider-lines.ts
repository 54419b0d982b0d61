import type { ProviderList } from '../contract/providers.ts'
import { textTable } from './text-table.ts'

/** What a person reads of the hardware: a line for each provider, then which is used and why. */
export function providerLines(list: ProviderList): readonly string[] {
  const { threads, batchSize } = list
  return [
    ...textTable(list.providers.map(({ name, label, sentence }) => [name, label, sentence])),
    '',
    list.why,
    ...(list.notice === null ? [] : [list.notice]),
    `Threads: ${threads.used} of ${threads.most}${threads.choice === null ? '' : ', as you chose'}. ` +
      `Photos at once: ${batchSize.used}${batchSize.choice === null ? '' : ', as you chose'}.`,
    `Driver: ${list.driver}.${list.modelName === null ? '' : ` Model: ${list.modelName}.`}`,
    ...(list.power.isOnBattery === true ? ['The computer runs on its battery.'] : []),
  ]
}
