// Writes THIRD-PARTY-NOTICES.md: what is shipped with Winnow, by whom, under which licence, from package-lock.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

/** Development dependencies that the build bundles into the interface, so that they are shipped after all. */
const bundled = [
  'react',
  'react-dom',
  'radix-ui',
  'zustand',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'lucide-react',
]

const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))

/** A package and everything it depends on, as flat names; npm hoists, so a nested copy counts under its own path. */
function withDependencies(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const entry = packages[`node_modules/${name}`]
    if (entry === undefined || found.has(name)) continue
    found.add(name)
    open.push(...Object.keys(entry.dependencies ?? {}))
  }
  return found
}

const shippedBundles = withDependencies(bundled)
const rows = Object.entries(packages)
  .filter(
    ([path, entry]) => path !== '' && (entry.dev !== true || shippedBundles.has(path.replace('node_modules/', ''))),
  )
  .map(
    ([path, entry]) =>
      `| ${path.replace(/^.*node_modules\//, '')} | ${entry.version ?? ''} | ${entry.license ?? 'see package'} |`,
  )
const unique = [...new Set(rows)].toSorted((a, b) => a.localeCompare(b))

writeFileSync(
  join(root, 'THIRD-PARTY-NOTICES.md'),
  `# Third-party notices

Winnow itself is under the Apache License 2.0 (LICENSE). It is shipped with the packages below; each package's folder in
\`node_modules\` holds its full licence text. Written by \`npm run notices\`.

## The starter model

\`models/starter\` is under CC BY-NC 4.0 (its trained heads) and Apache-2.0 (EfficientNet-Lite2 by Google, all-MiniLM-L6-v2);
word lists from WordNet 3.0 (Princeton WordNet licence) were used to train it. \`models/starter/MODEL_CARD.md\` has the details.
The code that runs it is not bound by the model's licence, and any other model can take its place.

## Native libraries inside packages

sharp brings libvips (LGPL-3.0-or-later) and the image libraries listed in its package \`@img/sharp-libvips-*\`. onnxruntime-node
brings ONNX Runtime (MIT) with its own ThirdPartyNotices.txt. better-sqlite3 brings SQLite (public domain). Electron brings
Chromium and Node.js with LICENSES.chromium.html.

## Packages

| package | version | licence |
|---|---|---|
${unique.join('\n')}
`,
)
