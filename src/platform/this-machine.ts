import { homedir } from 'node:os'
import type { Machine } from './data-paths.ts'

/** The computer and the person's environment that this process runs in. */
export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, homeDir: homedir() }
}
