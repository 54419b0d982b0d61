import { buildIfStale } from '../scripts/build-if-stale.mjs'

/** Vitest's global setup: some tests start what was built, as a person does. */
export default async function setUp(): Promise<void> {
  await buildIfStale()
}
