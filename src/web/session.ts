import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may use this run of the web host: whoever was given its key. */
export interface Session {
  /** For the address that is printed. Valid as long as the host runs. */
  readonly printedToken: string
  /** For the address that is handed to the browser, which other users of this computer may read: valid once. */
  readonly openToken: string
  /** The `Set-Cookie` value in exchange for a valid token, else undefined. */
  exchange(token: string): string | undefined
  /** Whether a `Cookie` header carries the key. */
  admits(cookieHeader: string | undefined): boolean
}

/**
 * @param port Cookies of one host are shared by all its ports, so the cookie carries the port in its name.
 * @see RFC 6265, section 8.5 (weak confidentiality: cookies do not isolate by port)
 */
export function createSession(port: number): Session {
  const cookieName = `winnow-${port}`
  const cookieValue = randomToken()
  const printedToken = randomToken()
  const openToken = randomToken()
  let openTokenUsed = false

  return {
    printedToken,
    openToken,
    exchange(token) {
      const opens = !openTokenUsed && isSame(token, openToken)
      if (opens) openTokenUsed = true
      if (!opens && !isSame(token, printedToken)) return undefined
      return `${cookieName}=${cookieValue}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits(cookieHeader) {
      const cookies = (cookieHeader ?? '').split(';').map((pair) => pair.trim())
      return cookies.some(
        (pair) => pair.startsWith(`${cookieName}=`) && isSame(pair.slice(cookieName.length + 1), cookieValue),
      )
    },
  }
}

function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Hashing first gives equal lengths, so that the time tells nothing about how much was right. */
function isSame(left: string, right: string): boolean {
  return timingSafeEqual(sha256(left), sha256(right))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
