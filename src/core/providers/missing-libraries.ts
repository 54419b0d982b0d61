/** A shared library as its loader names it: libcublasLt.so.12, nvcuda.dll, libfoo.1.dylib. */
const libraryName = String.raw`[\w.+-]+?(?:\.so(?:\.[\d.]*\d)?|\.dll|\.dylib)`

/** What loaders of Linux, Windows and macOS and ONNX Runtime say of a library that is not there. */
const complaints = [
  new RegExp(String.raw`(${libraryName}): cannot open shared object file`, 'gi'),
  new RegExp(String.raw`Library not loaded:[^\n]*?(${libraryName})`, 'gi'),
  new RegExp(String.raw`(?:depends on|which is missing|Could not locate|Error loading)[^\n]*?(${libraryName})`, 'gi'),
]

/**
 * The libraries that a provider did not find, by the names in what ONNX Runtime and the system's loader said.
 * @returns each once, in order; without folders
 */
export function missingLibraries(words: string): readonly string[] {
  const names = complaints.flatMap((complaint) => [...words.matchAll(complaint)].map(([, name]) => name ?? ''))
  return [...new Set(names)].filter((name) => name !== '')
}
