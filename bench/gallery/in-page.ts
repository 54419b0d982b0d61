// Runs inside the page: each function is sent there as text, so it can use nothing but its argument and the browser.

export interface FirstSight {
  /** From the start of the navigation, in milliseconds: rows are there, a picture is decoded, all pictures on screen are. */
  readonly rowsMs: number
  readonly pictureMs: number
  readonly allPicturesMs: number
}

export interface Ride {
  readonly frames: number
  /** Frames that a 60 Hz screen would have shown besides. */
  readonly dropped: number
  readonly medianFrameMs: number
  readonly worstFrameMs: number
  readonly mostNodes: number
  readonly mostImages: number
}

/** Resolves once every picture on screen is there. */
export function firstSight(): Promise<FirstSight> {
  return new Promise((resolve) => {
    let rowsMs = 0
    let pictureMs = 0
    const look = (): void => {
      const images = [...document.querySelectorAll<HTMLImageElement>('[data-photo] img')]
      const inView = images.filter((image) => {
        const { top, bottom } = image.getBoundingClientRect()
        return bottom > 0 && top < window.innerHeight
      })
      const loaded = inView.filter((image) => image.complete && image.naturalWidth > 0)
      if (rowsMs === 0 && document.querySelector('[data-photo]') !== null) rowsMs = performance.now()
      if (pictureMs === 0 && loaded.length > 0) pictureMs = performance.now()
      if (inView.length > 0 && loaded.length === inView.length) {
        resolve({ rowsMs, pictureMs, allPicturesMs: performance.now() })
      } else requestAnimationFrame(look)
    }
    look()
  })
}

/** Scrolls the gallery from `fromShare` to `toShare` of its height in `seconds`, evenly, as a dragged scroll bar does. */
export function ride(options: { fromShare: number; toShare: number; seconds: number }): Promise<Ride> {
  const scroller = document.querySelector('[role="grid"]')?.parentElement
  if (scroller === null || scroller === undefined) throw new Error('There is no gallery on the page')
  const height = scroller.scrollHeight - scroller.clientHeight
  const from = height * options.fromShare
  const distance = height * (options.toShare - options.fromShare)
  scroller.scrollTo(0, from)
  return new Promise((resolve) => {
    const intervals: number[] = []
    let mostNodes = 0
    let mostImages = 0
    let beganMs = 0
    let lastMs = 0
    const step = (nowMs: number): void => {
      if (beganMs === 0) beganMs = nowMs
      else intervals.push(nowMs - lastMs)
      lastMs = nowMs
      const share = (nowMs - beganMs) / (options.seconds * 1000)
      scroller.scrollTo(0, from + distance * Math.min(1, share))
      if (intervals.length % 20 === 0) {
        mostNodes = Math.max(mostNodes, document.querySelectorAll('*').length)
        mostImages = Math.max(mostImages, document.images.length)
      }
      if (share < 1) {
        requestAnimationFrame(step)
        return
      }
      intervals.sort((a, b) => a - b)
      resolve({
        frames: intervals.length,
        dropped: intervals.reduce((sum, interval) => sum + Math.max(0, Math.round(interval / (1000 / 60)) - 1), 0),
        medianFrameMs: intervals[intervals.length >> 1] ?? 0,
        worstFrameMs: intervals.at(-1) ?? 0,
        mostNodes,
        mostImages,
      })
    }
    requestAnimationFrame(step)
  })
}
