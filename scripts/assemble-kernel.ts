import wabt from 'wabt'

/**
 * WebAssembly text to the source of the module that holds it: `scan-kernel` becomes `export const scanKernelBase64`. Throws
 * wabt's error, with its line, for bad text.
 */
export async function assembleKernel(name: string, wat: string): Promise<string> {
  const { parseWat } = await wabt()
  const module = parseWat(`${name}.wat`, wat, { simd: true })
  module.validate()
  const { buffer } = module.toBinary({})
  module.destroy()
  const base64 = Buffer.from(buffer).toString('base64')
  const lines = base64.match(/.{1,100}/g)!.map((line) => `  '${line}'`)
  const constant = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return [
    `// Made from ${name}.wat by \`npm run build:kernel\`. Change that one.`,
    '',
    '/** The assembled kernel, WebAssembly binary in base64. */',
    `export const ${constant}Base64 =\n${lines.join(' +\n')}`,
    '',
  ].join('\n')
}

/** Where each kernel's text lies, without `.wat`; the module is made beside it. */
export const kernelPaths: readonly string[] = ['src/core/matrix/scan-kernel', 'src/core/learning/row-kernel']
