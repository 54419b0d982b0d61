import type { ProviderName } from './provider-name.ts'

/**
 * Which providers a machine could use: what onnxruntime-node 1.30 was built with for its system. Its own
 * `listSupportedBackends` says the same, but only in a process that has loaded it.
 * @param platform `process.platform`
 * @param arch `process.arch`
 */
export function candidateProviders(platform: string, arch: string): readonly ProviderName[] {
  switch (platform) {
    case 'linux':
      return arch === 'x64' ? ['cpu', 'webgpu', 'cuda'] : ['cpu', 'webgpu']
    case 'darwin':
      return ['cpu', 'coreml', 'webgpu']
    case 'win32':
      return ['cpu', 'dml', 'webgpu']
    default:
      return ['cpu']
  }
}
