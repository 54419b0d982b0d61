import type { BandPhotos } from './bands.ts'

/** For tests: a band of these photos, all of one shape, all with a thumbnail unless flagged otherwise. */
export function sampleBand(ids: readonly number[], change: Partial<BandPhotos> = {}): BandPhotos {
  return {
    count: ids.length,
    ids: Uint32Array.from(ids),
    aspects: new Uint16Array(ids.length).fill(1500),
    colours: new Uint8Array(ids.length * 3),
    flags: new Uint8Array(ids.length).fill(1),
    ...change,
  }
}
