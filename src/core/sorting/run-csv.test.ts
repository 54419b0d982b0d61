import { expect, it } from 'vitest'
import { runCsv } from './run-csv.ts'

it('a run is a table that spreadsheets read', () => {
  const entry = {
    fromPath: '/p/a, "b".jpg',
    toPath: '/p/x/a.jpg',
    isCompanion: false,
    sizeBytes: 12,
    state: 'done',
    reason: null,
  }
  expect(
    runCsv([entry, { ...entry, fromPath: '/p/=1+1\n.jpg', isCompanion: true, state: 'failed', reason: 'It is gone.' }]),
  ).toBe(
    'from,to,companion,size_bytes,state,reason\r\n' +
      '"/p/a, ""b"".jpg",/p/x/a.jpg,no,12,done,\r\n' +
      '"/p/=1+1\n.jpg",/p/x/a.jpg,yes,12,failed,It is gone.\r\n',
  )
})
