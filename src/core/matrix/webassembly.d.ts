/**
 * What the scan kernel needs of WebAssembly. TypeScript declares it in `lib.dom` only, which code that also runs in Node
 * must not see; where `lib.dom` is there (the renderer's configuration) these merge with it.
 */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
    grow(delta: number): number
  }
  var Memory: { prototype: Memory; new (descriptor: { initial: number }): Memory }

  interface Module {}
  var Module: { prototype: Module; new (bytes: ArrayBuffer | ArrayBufferView): Module }

  interface Instance {
    readonly exports: Record<string, unknown>
  }
  var Instance: { prototype: Instance; new (module: Module): Instance }
}
