/** A stretch of capture time that a text names, and what is left of the text without it. */
export interface DateWords {
  /** Inclusive, wall clock as if UTC. */
  readonly fromMs: number
  /** Exclusive. */
  readonly toMs: number
  /** "June 2024", "14 July 2023", "2018 – 2020". */
  readonly label: string
  readonly rest: string
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const month = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const year = String.raw`((?:19|20)\d\d)`
const number = String.raw`(\d{1,2})`
const day = String.raw`${number}(?:st|nd|rd|th)?`

type Read = (groups: readonly string[], today: Date) => Omit<DateWords, 'rest'> | null

/** From the most particular to the least, so that "14 july 2023" is not taken for the year 2023. */
const patterns: readonly (readonly [RegExp, Read])[] = [
  [phrase(`${year}[-/.]${number}[-/.]${number}`), ([y, m, d]) => oneDay(Number(y), Number(m), Number(d))],
  [phrase(`${number}[.]${number}[.]${year}`), ([d, m, y]) => oneDay(Number(y), Number(m), Number(d))],
  [phrase(`${day} ${month},? ${year}`), ([d, m, y]) => oneDay(Number(y), monthNumber(m), Number(d))],
  [phrase(`${month} ${day},? ${year}`), ([m, d, y]) => oneDay(Number(y), monthNumber(m), Number(d))],
  [phrase(`${month},? ${year}`), ([m, y]) => oneMonth(Number(y), monthNumber(m))],
  [phrase(`${year} ${month}`), ([y, m]) => oneMonth(Number(y), monthNumber(m))],
  [phrase(`${year}[-/.]${number}`), ([y, m]) => (Number(m) > 0 ? oneMonth(Number(y), Number(m)) : null)],
  [phrase(`${year}(?:[-–]| [-–] | to )${year}`), ([from, to]) => years(Number(from), Number(to))],
  [phrase(year), ([y]) => years(Number(y), Number(y))],
  [phrase('(today|yesterday)'), ([word], today) => shiftedDay(today, word?.toLowerCase() === 'today' ? 0 : -1)],
  [phrase('(this|last) week'), ([word], today) => week(today, isThis(word) ? 0 : -7)],
  [
    phrase('(this|last) month'),
    ([word], today) => oneMonth(today.getUTCFullYear(), today.getUTCMonth() + (isThis(word) ? 1 : 0)),
  ],
  [
    phrase('(this|last) year'),
    ([word], today) =>
      years(today.getUTCFullYear() - (isThis(word) ? 0 : 1), today.getUTCFullYear() - (isThis(word) ? 0 : 1)),
  ],
]

/**
 * Finds a date in what a person typed: "june 2024", "2023-07", "14 july 2023", "2019", "2018 to 2020", "yesterday", "last
 * month". Dates that don't exist ("31 june 2020") are no dates.
 * @param localNowMs the wall clock here and now, written as if UTC like all capture times.
 */
export function dateWords(text: string, localNowMs: number): DateWords | null {
  const today = new Date(localNowMs)
  for (const [regex, read] of patterns) {
    const match = regex.exec(text)
    if (match === null) continue
    const found = read(match.slice(1), today)
    if (found === null) continue
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    return { ...found, rest: rest.replace(/\s+/g, ' ').trim() }
  }
  return null
}

/** A space in `source` stands for any number of them; the phrase must not be a part of a longer word or number. */
function phrase(source: string): RegExp {
  const edges = [String.raw`(?<![\p{L}\p{N}_])(?:(?:in|from|on|during) )?`, String.raw`(?![\p{L}\p{N}_])`]
  return new RegExp(edges.join(source).replaceAll(' ', String.raw`\s+`), 'iu')
}

function isThis(word: string | undefined): boolean {
  return word?.toLowerCase() === 'this'
}

function monthNumber(name: string | undefined): number {
  return monthNames.findIndex((month) => month.slice(0, 3).toLowerCase() === name?.slice(0, 3).toLowerCase()) + 1
}

/** `month` from 1; 0 and 13 are the neighbours in the next years. */
function oneMonth(year: number, month: number): Omit<DateWords, 'rest'> | null {
  if (month < 0 || month > 12) return null
  const from = new Date(Date.UTC(year, month - 1, 1))
  return {
    fromMs: from.getTime(),
    toMs: Date.UTC(year, month, 1),
    label: `${monthNames[from.getUTCMonth()]} ${from.getUTCFullYear()}`,
  }
}

function oneDay(year: number, month: number, day: number): Omit<DateWords, 'rest'> | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return shiftedDay(date, 0)
}

function shiftedDay(date: Date, days: number): Omit<DateWords, 'rest'> {
  const from = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days))
  return {
    fromMs: from.getTime(),
    toMs: from.getTime() + 86_400_000,
    label: `${from.getUTCDate()} ${monthNames[from.getUTCMonth()]} ${from.getUTCFullYear()}`,
  }
}

/** Weeks begin on Monday (ISO 8601). */
function week(today: Date, days: number): Omit<DateWords, 'rest'> {
  const first = shiftedDay(today, days - ((today.getUTCDay() + 6) % 7))
  return { ...first, toMs: first.fromMs + 7 * 86_400_000, label: `Week of ${first.label}` }
}

function years(from: number, to: number): Omit<DateWords, 'rest'> | null {
  if (to < from) return null
  return {
    fromMs: Date.UTC(from, 0, 1),
    toMs: Date.UTC(to + 1, 0, 1),
    label: from === to ? String(from) : `${from} – ${to}`,
  }
}
