import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { exportPage } from './export-page.ts'

export function exportHandlers(catalogue: Pick<Catalogue, 'store'>): Pick<ApiHandlers, 'export.page'> {
  return { 'export.page': (input) => exportPage(catalogue, input) }
}
