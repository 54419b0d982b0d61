import packageJson from '../../package.json' with { type: 'json' }

/** Winnow's own version, as in package.json. */
export const version: string = packageJson.version
