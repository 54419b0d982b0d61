import { categoryMethods } from './categories.ts'
import { choiceMethods } from './choices.ts'
import { folderMethods } from './folders.ts'
import { historyMethods } from './history.ts'
import { indexingMethods } from './indexing.ts'
import type { Client, Handlers } from './method.ts'
import { modelMethods } from './models.ts'
import { photoMethods } from './photos.ts'
import { providerMethods } from './providers.ts'
import { searchMethods } from './search.ts'
import { sharingMethods } from './sharing.ts'
import { sortingMethods } from './sorting.ts'
import { systemMethods } from './system.ts'
import { teachingMethods } from './teaching.ts'

/** Every call there is between an interface (window, browser tab, terminal) and the library. */
export const api = {
  ...photoMethods,
  ...folderMethods,
  ...categoryMethods,
  ...teachingMethods,
  ...choiceMethods,
  ...sharingMethods,
  ...searchMethods,
  ...sortingMethods,
  ...indexingMethods,
  ...modelMethods,
  ...providerMethods,
  ...historyMethods,
  ...systemMethods,
}
export type Api = typeof api
export type ApiHandlers = Handlers<Api>
export type ApiClient = Client<Api>
