import sharp from 'sharp'

/** Only what photos are made of: each loader is native code that strangers' bytes reach. */
const loaders = [
  'VipsForeignLoadJpeg',
  'VipsForeignLoadPng',
  'VipsForeignLoadWebp',
  'VipsForeignLoadTiff',
  'VipsForeignLoadNsgif',
  'VipsForeignLoadHeif',
]

/**
 * The one place where sharp is loaded and told its limits. The worker's main thread imports this before it starts the
 * decode thread, though it never decodes: without that, libvips is unloaded with the first thread that ends, under the
 * feet of the next (sharp's installation page, "Worker threads").
 */
export function loadSharp(): typeof sharp {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders })
  // No photo is decoded twice, so a cache only holds memory. Many photos at once, one thread each, beat many threads a photo.
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}
