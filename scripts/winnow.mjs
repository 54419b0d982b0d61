// @ts-check
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'
import { checkNode } from './check-node.mjs'

// npm run winnow -- <command>: the command line from a checkout.

checkNode()
try {
  await buildIfStale()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
await import(pathToFileURL(join(import.meta.dirname, '..', 'out', 'main', 'cli.js')).href)
