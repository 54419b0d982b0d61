import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { monthRuns } from '../src/core/layout/months.ts'
import { layOutRows } from '../src/core/layout/justified-rows.ts'
import { readModelData } from '../src/library/tagging/model-data.ts'
import { buildIfStale } from '../scripts/build-if-stale.mjs'
import { findBrowser } from '../tests/e2e/harness/find-browser.ts'
import { startWebApp } from '../tests/e2e/harness/start-web-app.ts'
import type { FirstSight, Ride } from './gallery/in-page.ts'
import { firstSight, ride } from './gallery/in-page.ts'
import { makeUpGallery } from './gallery/made-up-gallery.ts'
import type { MainThread } from './gallery/main-thread.ts'
import { watchMainThread } from './gallery/main-thread.ts'
import { printTable } from './tags/print-table.ts'

// `npm run bench:gallery [-- --photos 100000]`: the real interface in Chromium, on the real web host and library, with photos
// that were made up but for their pictures. How soon they are seen, and how scrolling goes from end to end.

const rootDir = join(import.meta.dirname, '..')
const photosDir = join(rootDir, '../shared/photos')
const { values } = parseArgs({ options: { photos: { type: 'string', default: '100000' } } })
const photoCount = Number(values.photos)
const visits = 5
/** Above this, others were using the machine, and wall times say more of them than of the gallery. */
const quietLoad = availableParallelism() / 2

const rides = [
  { name: 'end to end in 60 s', fromShare: 0, toShare: 1, seconds: 60 },
  { name: 'end to end in 10 s', fromShare: 0, toShare: 1, seconds: 10 },
  { name: 'a hundredth in 15 s, pictures loading', fromShare: 0.3, toShare: 0.31, seconds: 15 },
] as const

const program = await findBrowser()
if (!existsSync(photosDir)) console.log('Skipped: the photos at ../shared/photos are not on this machine.')
else if (program === undefined) console.log('Skipped: there is no Chromium on this machine.')
else {
  await buildIfStale()
  const dir = await mkdtemp(join(tmpdir(), 'winnow-bench-gallery-'))
  const browser = await chromium.launch({
    ...program,
    args: [...program.args],
    env: { ...process.env, ...program.env },
  })
  try {
    await measure(browser, dir)
  } finally {
    await browser.close()
    await rm(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measure(browser: Browser, dir: string): Promise<void> {
  process.stderr.write(`Making ${photoCount.toLocaleString('en')} photos…\n`)
  const model = readModelData(join(rootDir, 'models/starter'))
  const dataDir = await makeUpGallery(dir, photoCount, photosDir, model.manifest, await model.background())
  process.stderr.write('Letting the library tag them…\n')
  await settle(browser, dataDir)

  const load = loadavg()[0] ?? 0
  const beganMs = performance.now()
  const web = await startWebApp({ dataDir })
  const startMs = performance.now() - beganMs
  const page = await openPage(browser)
  const sights: FirstSight[] = []
  for (let visit = 0; visit < visits; visit++) {
    await page.goto(visit === 0 ? web.address : web.origin)
    sights.push(await page.evaluate(firstSight))
  }
  const results: { name: string; ride: Ride; thread: MainThread }[] = []
  for (const { name, ...options } of rides) {
    const { result, thread } = await watchMainThread(page, async () => {
      const ridden = await page.evaluate(ride, options)
      // What scrolling leaves to be done when it stops belongs to it.
      await page.waitForTimeout(1000)
      return ridden
    })
    results.push({ name, ride: result, thread })
  }
  await page.context().close()
  await web.stop()
  report(startMs, sights, results)
  console.log(
    `\n${availableParallelism()} cores, load ${load.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after` +
      (load > quietLoad ? ': others were using the machine, so look at the CPU times.' : '.'),
  )
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  return await context.newPage()
}

/** The first start tags every photo; what is measured is a library that has long been there. */
async function settle(browser: Browser, dataDir: string): Promise<void> {
  const web = await startWebApp({ dataDir })
  const page = await openPage(browser)
  await page.goto(web.address)
  await page.getByRole('treeitem', { name: /^Nature and weather/ }).waitFor({ timeout: 600_000 })
  await page.getByRole('button', { name: /^Pause/ }).waitFor({ state: 'detached', timeout: 600_000 })
  await page.context().close()
  await web.stop()
}

function report(
  startMs: number,
  sights: readonly FirstSight[],
  results: readonly { name: string; ride: Ride; thread: MainThread }[],
): void {
  const [first, ...later] = sights
  const worst = (part: keyof FirstSight): string => ms(Math.max(...later.map((sight) => sight[part])))
  printTable(
    `${photoCount.toLocaleString('en')} photos: from the address to the photos, milliseconds (the bar: rows in 1,500)`,
    ['', 'rows', 'a picture', 'all on screen'],
    [
      ['first visit after the start', ms(first!.rowsMs), ms(first!.pictureMs), ms(first!.allPicturesMs)],
      [`worst of ${later.length} reloads`, worst('rowsMs'), worst('pictureMs'), worst('allPicturesMs')],
    ],
  )
  console.log(`The web host was up after ${ms(startMs)} ms.`)
  printTable(
    'Scrolling, milliseconds (the bar: no task over 100)',
    [
      '',
      'frames',
      'dropped',
      'median',
      'worst',
      'longest task',
      'tasks > 50',
      'longest, CPU',
      'CPU busy',
      'nodes',
      'images',
    ],
    results.map(({ name, ride, thread }) => [
      name,
      String(ride.frames),
      String(ride.dropped),
      ride.medianFrameMs.toFixed(1),
      ms(ride.worstFrameMs),
      ms(thread.longestTaskMs),
      String(thread.longTasks),
      ms(thread.longestTaskCpuMs),
      ms(thread.cpuMs),
      String(ride.mostNodes),
      String(ride.mostImages),
    ]),
  )
  const times = [1, 2, 3, 4, 5].map(() => timeLayout())
  console.log(
    `\nLaying out ${photoCount.toLocaleString('en')} photos: ${Math.min(...times).toFixed(1)} ms at best of five.`,
  )
}

/** Layout alone, in this process, of as many photos of common shapes by month. */
function timeLayout(): number {
  const shapes = [1500, 1333, 750, 1778, 667, 1500, 1000]
  const aspects = Uint16Array.from({ length: photoCount }, (_, i) => shapes[(i * 31) % shapes.length]!)
  const days = Int32Array.from({ length: photoCount }, (_, i) => 20_000 - Math.floor(i / 20))
  const beganMs = performance.now()
  const sections = monthRuns(days).map(({ start }) => ({ start, headerHeightPx: 44 }))
  layOutRows(aspects, sections, { widthPx: 1200, rowHeightPx: 200, gapPx: 4, sectionGapPx: 20 })
  return performance.now() - beganMs
}

function ms(value: number): string {
  return Math.round(value).toLocaleString('en')
}
