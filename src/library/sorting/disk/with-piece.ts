const pieceBytes = 1024 * 1024
/** As many as files are read at once; more would only hold memory. */
const mostKept = 8
const kept: Buffer[] = []

/** Gives a piece of memory to read files through. It is used again: to get a new megabyte costs more than to read a small photo. */
export async function withPiece<T>(use: (piece: Buffer) => Promise<T>): Promise<T> {
  const piece = kept.pop() ?? Buffer.allocUnsafeSlow(pieceBytes)
  try {
    return await use(piece)
  } finally {
    if (kept.length < mostKept) kept.push(piece)
  }
}
