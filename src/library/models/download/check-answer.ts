import { DownloadFault } from './download-fault.ts'
import { explainStatus } from './explain-status.ts'
import type { FileMark } from './file-mark.ts'
import type { OpenedUrl } from './open-url.ts'

/** What the catalogue says of a file; null where nobody could be cited and the server has to be believed. */
export type Pin = { readonly bytes: number; readonly sha256: string } | null

/**
 * Compares what a server says with what was asked for and what it said before.
 * @param asked the byte from which on the file was asked for
 * @returns where the bytes that come belong, and what is now known of the file
 * @throws DownloadFault
 */
export function checkAnswer(
  answer: OpenedUrl,
  { asked, mark, pinned }: { readonly asked: number; readonly mark: FileMark | null; readonly pinned: Pin },
): { readonly offset: number; readonly found: FileMark } {
  const { status, url, hub } = answer
  const { host } = url
  if (status === 416 && asked > 0)
    throw new DownloadFault(`${host} has less of the file than is here already.`, 'restart')
  if (status !== 200 && status !== 206) throw explainStatus(status, url, answer.header('retry-after'))
  const range = status === 206 ? readRange(answer.header('content-range')) : null
  if (status === 206 && range?.start !== asked) {
    throw new DownloadFault(`${host} sends another part of the file than was asked for. Try a mirror.`, 'restart')
  }
  const offset = range?.start ?? 0
  // What was said of the file before still holds for the bytes that are here.
  const before = offset === 0 ? null : mark
  const announced = range === null ? readLength(answer.header('content-length')) : range.total
  const found: FileMark = {
    sizeBytes: sizeOf(answer, announced, pinned),
    etag: answer.header('etag') ?? before?.etag ?? null,
    sha256: hub.sha256 ?? before?.sha256 ?? null,
    gitSha1: hub.gitSha1 ?? before?.gitSha1 ?? null,
  }
  if (pinned !== null && hub.sha256 !== null && hub.sha256 !== pinned.sha256) {
    throw new DownloadFault(`${nameOf(url)} on ${host} is another file than the one Winnow knows. Try a mirror.`)
  }
  if (before !== null && isOther(before, found)) {
    throw new DownloadFault(`${nameOf(url)} was changed on ${host} meanwhile.`, 'restart')
  }
  return { offset, found }
}

function sizeOf({ url, hub }: OpenedUrl, announced: number | null, pinned: Pin): number {
  const known = pinned?.bytes ?? hub.sizeBytes
  if (known === null && announced === null) {
    throw new DownloadFault(`${url.host} doesn’t say how large ${nameOf(url)} is. Try a mirror.`)
  }
  if (known !== null && announced !== null && known !== announced) {
    throw new DownloadFault(
      `${url.host} announces ${announced} bytes where ${nameOf(url)} should have ${known}. Try a mirror.`,
    )
  }
  return known ?? announced ?? 0
}

function isOther(before: FileMark, now: FileMark): boolean {
  return (
    before.sizeBytes !== now.sizeBytes ||
    differ(before.sha256, now.sha256) ||
    differ(before.gitSha1, now.gitSha1) ||
    differ(before.etag, now.etag)
  )
}

/** What was not said before may still be the same. */
function differ(before: string | null, now: string | null): boolean {
  return before !== null && now !== null && before !== now
}

function readRange(header: string | undefined): { readonly start: number; readonly total: number | null } | null {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(header ?? '')
  if (match === null) return null
  return { start: Number(match[1]), total: match[2] === '*' ? null : Number(match[2]) }
}

function readLength(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null
}

function nameOf(url: URL): string {
  return url.pathname.split('/').at(-1) ?? url.pathname
}
