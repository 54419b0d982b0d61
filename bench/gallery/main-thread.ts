import type { Page } from '@playwright/test'
import { z } from 'zod'

/** What the page's main thread did meanwhile, in milliseconds a task. */
export interface MainThread {
  readonly longestTaskMs: number
  /** Tasks over 50 ms, the browser's own measure of a long one. */
  readonly longTasks: number
  /** The same by the thread's own clock: what the page cost, whatever else ran on the machine. */
  readonly longestTaskCpuMs: number
  readonly cpuMs: number
}

const traceEventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ name: z.string().optional() }).default({}),
})

/** Traces the page's main thread (Chrome DevTools Protocol, `Tracing`) while `work` runs. */
export async function watchMainThread<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ result: T; thread: MainThread }> {
  const session = await page.context().newCDPSession(page)
  const events: z.infer<typeof traceEventSchema>[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      const parsed = traceEventSchema.safeParse(event)
      if (parsed.success) events.push(parsed.data)
    }
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
  })
  const result = await work()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return { result, thread: busiestMainThread(events) }
}

/** Of all renderers' main threads (there may be a spare one) the one that worked most. */
function busiestMainThread(events: readonly z.infer<typeof traceEventSchema>[]): MainThread {
  const mainThreads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  const summaries = mainThreads.map(({ pid, tid }) => {
    const tasks = events.filter(
      (event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.name.endsWith('RunTask'),
    )
    return {
      longestTaskMs: Math.max(0, ...tasks.map(({ dur }) => dur)) / 1000,
      longTasks: tasks.filter(({ dur }) => dur > 50_000).length,
      longestTaskCpuMs: Math.max(0, ...tasks.map(({ tdur }) => tdur)) / 1000,
      cpuMs: tasks.reduce((sum, { tdur }) => sum + tdur, 0) / 1000,
    }
  })
  const busiest = summaries.toSorted((a, b) => b.cpuMs - a.cpuMs)[0]
  if (busiest === undefined) throw new Error('The trace has no main thread of a page')
  return busiest
}
