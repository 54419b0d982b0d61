import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { exportCategories } from './export-categories.ts'
import { importCategories } from './import-categories.ts'

/** @param settle brings judges up to date in the background */
export function sharingHandlers(
  catalogue: Catalogue,
  settle: () => void,
): Pick<ApiHandlers, 'categories.export' | 'categories.import'> {
  return {
    'categories.export': (input, signal) => exportCategories(catalogue, input, signal),
    'categories.import': (input, signal) =>
      catalogue.changing(() => importCategories(catalogue, input, settle, signal)),
  }
}
