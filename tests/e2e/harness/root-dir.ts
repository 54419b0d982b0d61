import { resolve } from 'node:path'

/** The root of the repository. */
export const rootDir = resolve(import.meta.dirname, '../../..')
