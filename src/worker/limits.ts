/** 200 megapixels: the largest phone cameras make 200; above lie stitched panoramas and bombs. */
export const mostPixels = 200_000_000
/** 500 MB. */
export const mostBytes = 500_000_000
/** What sharp itself is told. */
export const decodeSeconds = 30
/** What the decode thread is watched with: sharp answers first, unless it hangs. */
export const decodingLimitMs = (decodeSeconds + 5) * 1000
/** A drive that gives nothing for so long is taken for gone. */
export const readingLimitMs = 60_000
