import { InferenceSession } from 'onnxruntime-node'
import type { Tensor } from 'onnxruntime-node'
import { join } from 'node:path'
import { WinnowError } from '../contract/error.ts'
import type { GraphFacts, GraphPort } from '../core/model/graph-facts.ts'
import type { ExecutionProvider } from './providers/execution-provider.ts'
import { modelMissing } from './model-missing.ts'

/** An ONNX graph that is loaded. */
export interface OpenGraph extends GraphFacts {
  /** @returns the output of this name. Blocks this thread while it computes. */
  run(feeds: Readonly<Record<string, Tensor>>, output: string): Promise<Tensor | undefined>
  /** Gives its memory back; not while it runs. */
  release(): Promise<void>
}

/**
 * Loads a graph of a model folder.
 * @throws WinnowError `model-missing` when the processor can't load it either way, `provider-failed` when another provider can't
 */
export async function openGraph(modelDir: string, file: string, provider: ExecutionProvider): Promise<OpenGraph> {
  const session = await InferenceSession.create(join(modelDir, file), provider.sessionOptions).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      // Every graph that is one can be loaded on the processor; of another provider only it itself says what it lacks.
      throw provider.name === 'cpu' ? modelMissing(modelDir, notLoadable(file, reason)) : providerFailed(file, reason)
    },
  )
  return {
    file,
    inputs: session.inputMetadata.map(port),
    outputs: session.outputMetadata.map(port),
    async run(feeds, output) {
      return (await session.run(feeds, [output]))[output]
    },
    release: () => session.release(),
  }
}

function port(metadata: InferenceSession.ValueMetadata): GraphPort {
  return metadata.isTensor
    ? { name: metadata.name, type: metadata.type, shape: metadata.shape }
    : { name: metadata.name, type: 'not a tensor', shape: [] }
}

function notLoadable(file: string, reason: string): string {
  return /parsing failed|protobuf/i.test(reason)
    ? `its file ${file} is cut short or no ONNX graph`
    : `its file ${file} can’t be loaded (${firstLine(reason)})`
}

function providerFailed(file: string, reason: string): WinnowError {
  return new WinnowError('provider-failed', `${file} could not be loaded: ${firstLine(reason)}`)
}

/** ONNX Runtime adds traces and paths of its own machine behind the first line. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300)
}
