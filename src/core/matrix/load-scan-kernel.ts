import { z } from 'zod'
import { scanKernelBase64 } from './scan-kernel.ts'

/** The functions of scan-kernel.wat; addresses are bytes in `memory`, counts as said there. */
const scanKernelSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  score: z.custom<
    (
      row: number,
      stride: number,
      count: number,
      scaleAt: number,
      scan: number,
      query: number,
      queryScale: number,
      bias: number,
      out: number,
    ) => void
  >((value) => typeof value === 'function'),
  quantise: z.custom<(from: number, dims: number, row: number) => void>((value) => typeof value === 'function'),
  widen: z.custom<(from: number, count: number, to: number) => void>((value) => typeof value === 'function'),
})
export type ScanKernel = z.infer<typeof scanKernelSchema>

/** A kernel with a memory of its own: 256 KiB at first, at most 4 GiB. */
export function loadScanKernel(): ScanKernel {
  const bytes = Uint8Array.from(atob(scanKernelBase64), (character) => character.charCodeAt(0))
  return scanKernelSchema.parse(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports)
}
