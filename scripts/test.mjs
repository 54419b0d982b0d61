// @ts-check
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { checkNode } from './check-node.mjs'

// npm test: types, lint, format, build, unit and cross-process tests, then the real app in a browser and in Electron.
// Ends with one plain line, "N passed, N failed"; each check that is no test counts as one.

/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} VitestReport */
/** @typedef {{ stats: { expected: number, flaky: number, unexpected: number, skipped: number } }} PlaywrightReport */
/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

const rootDir = join(import.meta.dirname, '..')
checkNode()
const reportsDir = mkdtempSync(join(tmpdir(), 'winnow-test-reports-'))

/** @type {Tally[]} */
const tallies = [
  await check('Types of the hosts and the library', 'typescript', 'tsc', ['-p', 'tsconfig.node.json']),
  await check('Types of the preload script', 'typescript', 'tsc', ['-p', 'tsconfig.preload.json']),
  await check('Types of the interface', 'typescript', 'tsc', ['-p', 'tsconfig.web.json']),
  await check('Types of the end-to-end tests', 'typescript', 'tsc', ['-p', 'tsconfig.e2e.json']),
  await check('Lint', 'oxlint', 'oxlint', []),
  await check('Format', 'oxfmt', 'oxfmt', ['--check']),
  await build(),
  await vitest(),
  await playwright(),
]
rmSync(reportsDir, { recursive: true, force: true })

/** @param {keyof Tally} kind */
const sum = (kind) => tallies.reduce((total, tally) => total + tally[kind], 0)
process.stdout.write(
  `\n${sum('skipped')} skipped: each says above why\n${sum('passed')} passed, ${sum('failed')} failed\n`,
)
process.exitCode = sum('failed') === 0 ? 0 : 1

/**
 * Runs a tool of a package, its words straight to the terminal.
 *
 * @param {string} packageName
 * @param {string} tool
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>} whether it ended well
 */
async function run(packageName, tool, args, env = {}) {
  const packageDir = join(rootDir, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))
  const file = join(packageDir, typeof bin === 'string' ? bin : bin[tool])
  const child = spawn(process.execPath, [file, ...args], {
    cwd: rootDir,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return await new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code, signal) => {
      // A runner that was killed has no last words of its own.
      if (signal !== null) process.stdout.write(`\n${tool} was ended by ${signal}\n`)
      resolve(code === 0)
    })
  })
}

/**
 * @param {string} title
 * @param {string} packageName
 * @param {string} tool
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
async function check(title, packageName, tool, args) {
  return outcome(title, await run(packageName, tool, args))
}

/**
 * @param {string} title
 * @param {boolean} ok
 * @returns {Tally}
 */
function outcome(title, ok) {
  process.stdout.write(`${ok ? '✓' : '✗'} ${title}\n`)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

/** @returns {Promise<Tally>} */
async function build() {
  try {
    await buildIfStale()
    return outcome('Build', true)
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return outcome('Build', false)
  }
}

/** @returns {Promise<Tally>} */
async function vitest() {
  const file = join(reportsDir, 'vitest.json')
  const ok = await run('vitest', 'vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  return tally(ok, file, (/** @type {VitestReport} */ report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

/** @returns {Promise<Tally>} */
async function playwright() {
  const file = join(reportsDir, 'playwright.json')
  const ok = await run('@playwright/test', 'playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  return tally(ok, file, (/** @type {PlaywrightReport} */ { stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }))
}

/**
 * What a runner reports. One that failed without naming a test (a file that can't be loaded, a crash) counts as a failure.
 *
 * @template R
 * @param {boolean} ok
 * @param {string} file
 * @param {(report: R) => Tally} read
 * @returns {Tally}
 */
function tally(ok, file, read) {
  try {
    const counted = read(JSON.parse(readFileSync(file, 'utf8')))
    return ok || counted.failed > 0 ? counted : { ...counted, failed: 1 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
