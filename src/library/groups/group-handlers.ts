import type { ApiHandlers } from '../../contract/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { findUnnamedGroups } from './find-unnamed-groups.ts'
import { suggestNames } from './suggest-names.ts'

export function groupHandlers(catalogue: Catalogue): Pick<ApiHandlers, 'groups.find' | 'categories.suggestNames'> {
  return {
    'groups.find': ({ limit }, signal) => findUnnamedGroups(catalogue, limit, signal),
    'categories.suggestNames': ({ photoIds }) => suggestNames(catalogue, photoIds),
  }
}
