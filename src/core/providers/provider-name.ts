/** ONNX Runtime's execution providers that Winnow knows; which of them a machine could have depends on its system. */
export const providerNames = ['cpu', 'webgpu', 'coreml', 'dml', 'cuda'] as const
export type ProviderName = (typeof providerNames)[number]

/** What a person reads for each: as a heading, and within a sentence. */
export const providerWords: Readonly<Record<ProviderName, { readonly label: string; readonly within: string }>> = {
  cpu: { label: 'Processor (CPU)', within: 'the processor' },
  webgpu: { label: 'Graphics (WebGPU)', within: 'the graphics (WebGPU)' },
  coreml: { label: 'Apple (Core ML)', within: 'Core ML' },
  dml: { label: 'Graphics (DirectML)', within: 'the graphics (DirectML)' },
  cuda: { label: 'NVIDIA (CUDA)', within: 'the NVIDIA graphics (CUDA)' },
}
