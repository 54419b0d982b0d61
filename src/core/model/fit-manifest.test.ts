import { describe, expect, it } from 'vitest'
import { fitManifest } from './fit-manifest.ts'
import type { GraphPort } from './graph-facts.ts'
import { imageInputSchema, textInputSchema } from './manifest.ts'

const manifest = {
  id: 'a-model',
  image: imageInputSchema.parse({
    file: 'vision.onnx',
    input: 'pixel_values',
    output: 'image_embeds',
    width: 224,
    height: 224,
    resize: 'shortest',
    crop: 'center',
    interpolation: 'bicubic',
    antialias: true,
    channels: 'rgb',
    layout: 'nchw',
    mean: [0, 0, 0],
    std: [1, 1, 1],
  }),
  text: textInputSchema.parse({
    file: 'text.onnx',
    tokenizer: 'tokenizer.json',
    inputs: { ids: 'input_ids' },
    output: 'text_embeds',
    maxTokens: 77,
    padding: 'max',
    idType: 'int64',
  }),
}

const port = (name: string, type = 'float32', shape: GraphPort['shape'] = ['batch', 512]): GraphPort => ({
  name,
  type,
  shape,
})
const ids = (name: string, type = 'int64'): GraphPort => port(name, type, ['batch', 77])
const pixels = (name: string): GraphPort => port(name, 'float32', ['batch', 3, 224, 224])

function fitted(vision: [GraphPort[], GraphPort[]], text: [GraphPort[], GraphPort[]]) {
  return fitManifest(manifest, [
    { file: 'vision.onnx', inputs: vision[0], outputs: vision[1] },
    { file: 'text.onnx', inputs: text[0], outputs: text[1] },
  ])
}

describe('fitManifest', () => {
  it('leaves a manifest that is right', () => {
    const found = fitted(
      [[pixels('pixel_values')], [port('image_embeds')]],
      [[ids('input_ids')], [port('text_embeds')]],
    )
    expect(found).toEqual(manifest)
  })

  it('takes the names of another exporter, and how it wants numbers', () => {
    const found = fitted([[pixels('image')], [port('embedding')]], [[ids('text', 'int32')], [port('embedding')]])
    expect(found.image).toMatchObject({ input: 'image', output: 'embedding' })
    expect(found.text).toMatchObject({ inputs: { ids: 'text' }, output: 'embedding', idType: 'int32' })
    expect(found.text.inputs.mask).toBeUndefined()
  })

  it('gives a mask to a graph that asks for one', () => {
    const found = fitted(
      [[pixels('pixel_values')], [port('image_embeds')]],
      [[ids('input_ids'), ids('attention_mask')], [port('text_embeds')]],
    )
    expect(found.text.inputs).toEqual({ ids: 'input_ids', mask: 'attention_mask' })
  })

  it('takes the row of numbers among the layers', () => {
    const found = fitted(
      [[pixels('pixel_values')], [port('last_hidden_state', 'float32', ['batch', 50, 768]), port('pooler_output')]],
      [[ids('input_ids')], [port('logits'), port('text_features')]],
    )
    expect([found.image.output, found.text.output]).toEqual(['pooler_output', 'text_features'])
  })

  it('leaves what can’t be told, for the loader to name it', () => {
    const found = fitted(
      [
        [pixels('a'), pixels('b')],
        [port('x'), port('y')],
      ],
      [[ids('input_ids')], [port('u'), port('v')]],
    )
    expect(found.image).toMatchObject({ input: 'pixel_values', output: 'image_embeds' })
    expect(found.text.output).toBe('text_embeds')
  })
})
