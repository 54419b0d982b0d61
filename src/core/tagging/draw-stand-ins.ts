/** An opaque picture: three bytes a pixel, row after row. */
export interface DrawnPicture {
  readonly sidePx: number
  readonly rgb: Uint8Array
}

const sidePx = 96
/** Enough for quartiles; a processor looks at them in two seconds. */
export const standInCount = 48

/**
 * Pictures of nothing in particular, always the same: slopes of colour, stripes, spots and grain, each more or less of it. What a model
 * makes of them is a first idea of where its scores lie while it has seen no photos.
 */
export function drawStandIns(): readonly DrawnPicture[] {
  const random = randomFrom(20_251_125)
  return Array.from({ length: standInCount }, () => draw(random))
}

function draw(random: () => number): DrawnPicture {
  const rgb = new Uint8Array(sidePx * sidePx * 3)
  const colour = (): readonly number[] => [random() * 255, random() * 255, random() * 255]
  const [from, to, spotColour] = [colour(), colour(), colour()]
  const angle = random() * Math.PI
  const stripes = random() < 0.4 ? 2 + random() * 12 : 0
  const grain = random() * 60
  const spots = Array.from({ length: Math.floor(random() * 6) }, () => ({
    x: random() * sidePx,
    y: random() * sidePx,
    radius: 4 + random() * 24,
  }))
  for (let y = 0; y < sidePx; y++) {
    for (let x = 0; x < sidePx; x++) {
      const along = (x * Math.cos(angle) + y * Math.sin(angle)) / sidePx
      const share = stripes > 0 ? (Math.sin(along * stripes * 2 * Math.PI) + 1) / 2 : Math.min(1, Math.abs(along))
      const isSpot = spots.some((spot) => (x - spot.x) ** 2 + (y - spot.y) ** 2 < spot.radius ** 2)
      const noise = (random() - 0.5) * grain
      for (let channel = 0; channel < 3; channel++) {
        const plain = from![channel]! * (1 - share) + to![channel]! * share
        rgb[(y * sidePx + x) * 3 + channel] = Math.max(
          0,
          Math.min(255, (isSpot ? spotColour![channel]! : plain) + noise),
        )
      }
    }
  }
  return { sidePx, rgb }
}

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
