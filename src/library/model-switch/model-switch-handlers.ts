import type { ApiHandlers } from '../../contract/api.ts'
import type { LibraryContext } from '../context.ts'
import type { ModelSwitch } from './create-model-switch.ts'
import { refuseReader } from '../refuse-reader.ts'

type Names = 'models.use' | 'models.stopPreparing' | 'models.pausePreparing' | 'models.resumePreparing'

export function modelSwitchHandlers(
  { access }: Pick<LibraryContext, 'access'>,
  modelSwitch: ModelSwitch,
): Pick<ApiHandlers, Names> {
  const done = async (work: () => void | Promise<void>): Promise<Record<string, never>> => {
    refuseReader(access, 'Change the model')
    await work()
    return {}
  }
  return {
    'models.use': ({ modelKey }) => done(() => modelSwitch.use(modelKey)),
    'models.stopPreparing': () => done(() => modelSwitch.stop()),
    'models.pausePreparing': () => done(() => modelSwitch.pause()),
    'models.resumePreparing': () => done(() => modelSwitch.resume()),
  }
}
