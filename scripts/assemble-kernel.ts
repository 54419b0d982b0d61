import wabt from 'wabt'

/** WebAssembly text to the source of `src/core/matrix/scan-kernel.ts`. Throws wabt's error, with its line, for bad text. */
export async function assembleKernel(wat: string): Promise<string> {
  const { parseWat } = await wabt()
  const module = parseWat('scan-kernel.wat', wat, { simd: true })
  module.validate()
  const { buffer } = module.toBinary({})
  module.destroy()
  const base64 = Buffer.from(buffer).toString('base64')
  const lines = base64.match(/.{1,100}/g)!.map((line) => `  '${line}'`)
  return [
    '// Made from scan-kernel.wat by `npm run build:kernel`. Change that one.',
    '',
    '/** The assembled kernel, WebAssembly binary in base64. */',
    `export const scanKernelBase64 =\n${lines.join(' +\n')}`,
    '',
  ].join('\n')
}
