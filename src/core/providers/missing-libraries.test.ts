import { expect, test } from 'vitest'
import { missingLibraries } from './missing-libraries.ts'

test('libraries are named as ONNX Runtime and the loaders of each system name them', () => {
  // As onnxruntime-node 1.30 says it on Linux without its part for CUDA.
  expect(
    missingLibraries(
      'Failed to load library /app/bin/libonnxruntime_providers_shared.so with error: /app/bin/libonnxruntime_providers_shared.so: cannot open shared object file: No such file or directory',
    ),
  ).toEqual(['libonnxruntime_providers_shared.so'])
  expect(
    missingLibraries(
      'libcublasLt.so.12: cannot open shared object file: No such file or directory\nlibcudnn.so.9: cannot open shared object file\nlibcublasLt.so.12: cannot open shared object file',
    ),
  ).toEqual(['libcublasLt.so.12', 'libcudnn.so.9'])
  expect(
    missingLibraries("Warning: Couldn't load Vulkan: libvulkan.so.1: cannot open shared object file: No such file"),
  ).toEqual(['libvulkan.so.1'])
  expect(missingLibraries('dlopen: Library not loaded: @rpath/libfoo.1.dylib\n Referenced from: /x')).toEqual([
    'libfoo.1.dylib',
  ])
  expect(
    missingLibraries('Error loading "C:\\app\\onnxruntime_providers_cuda.dll" which is missing. (Error 126)'),
  ).toEqual(['onnxruntime_providers_cuda.dll'])
})

test('other complaints name none', () => {
  expect(missingLibraries('Failed to get a WebGPU adapter: No supported adapters')).toEqual([])
  expect(missingLibraries('The worker ended by SIGKILL.')).toEqual([])
})
