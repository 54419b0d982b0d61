import { z } from 'zod'
import type { GraphFacts, GraphPort } from './graph-facts.ts'
import { inputRole } from './input-role.ts'
import type { ImageInput } from './manifest.ts'

const sideSchema = z.union([z.int().positive(), z.tuple([z.int().positive(), z.int().positive()])])
const sizeSchema = z.union([
  z.int().positive(),
  z.object({ height: z.int().positive(), width: z.int().positive() }),
  z.object({ shortest_edge: z.int().positive() }),
])
const triple = z.tuple([z.number(), z.number(), z.number()])
type Triple = z.infer<typeof triple>

/** `preprocessor_config.json` of transformers, as far as it says what happens to a picture. */
const transformersSchema = z.object({
  image_processor_type: z.string().optional(),
  feature_extractor_type: z.string().optional(),
  size: sizeSchema,
  crop_size: z
    .union([z.int().positive(), z.object({ height: z.int().positive(), width: z.int().positive() })])
    .optional(),
  do_center_crop: z.boolean().default(false),
  do_normalize: z.boolean().default(true),
  do_rescale: z.boolean().default(true),
  do_flip_channel_order: z.boolean().default(false),
  rescale_factor: z
    .number()
    .positive()
    .default(1 / 255),
  resample: z.int().default(3),
  image_mean: triple.optional(),
  image_std: triple.optional(),
})

/** `preprocess_cfg.json` of open_clip. */
const openClipSchema = z.object({
  size: sideSchema,
  interpolation: z.enum(['bicubic', 'bilinear', 'nearest', 'random']).default('bicubic'),
  resize_mode: z.enum(['shortest', 'squash', 'longest']).default('shortest'),
  fill_color: z.union([z.number(), z.array(z.number())]).default(0),
  mean: triple,
  std: triple,
})

/** What becomes of a picture before it is a tensor. */
export type Preprocessing = Pick<
  ImageInput,
  'width' | 'height' | 'resize' | 'crop' | 'interpolation' | 'channels' | 'mean' | 'std'
>

/** Pillow's numbers. */
const resamplings = ['nearest', 'lanczos', 'bilinear', 'bicubic'] as const
/** What the weights of OpenAI's CLIP were trained with, and most after it; SigLIP's are halves. */
const clipMean: Triple = [0.48145466, 0.4578275, 0.40821073]
const clipStd: Triple = [0.26862954, 0.26130258, 0.27577711]
const halves: Triple = [0.5, 0.5, 0.5]

/** @returns how pictures are prepared, or a sentence that says what is not understood in `file` */
export function readPreprocessing(file: string, json: unknown): Preprocessing | string {
  const openClip = openClipSchema.safeParse(json)
  if (openClip.success) return ofOpenClip(file, openClip.data)
  const transformers = transformersSchema.safeParse(json)
  return transformers.success
    ? ofTransformers(file, transformers.data)
    : `${file} does not say what size pictures must have, or not in a way that Winnow understands.`
}

function ofOpenClip(file: string, config: z.infer<typeof openClipSchema>): Preprocessing | string {
  const [height, width] = typeof config.size === 'number' ? [config.size, config.size] : config.size
  const { resize_mode: resize, interpolation, mean, std } = config
  if (resize === 'longest' && [config.fill_color].flat().some((value) => value !== 0)) {
    return `${file} pads pictures with a colour; Winnow can only pad them with black.`
  }
  return {
    width,
    height,
    resize,
    crop: resize === 'shortest' ? 'center' : 'none',
    // While training, open_clip draws one; where it looks at pictures it takes bicubic.
    interpolation: interpolation === 'random' ? 'bicubic' : interpolation,
    channels: 'rgb',
    mean,
    std,
  }
}

function ofTransformers(file: string, config: z.infer<typeof transformersSchema>): Preprocessing | string {
  const { size, crop_size: cropSize, do_center_crop: isCropped } = config
  const crop = typeof cropSize === 'number' ? { height: cropSize, width: cropSize } : cropSize
  const shortest =
    typeof size === 'number' ? (isCropped ? size : undefined) : 'shortest_edge' in size ? size.shortest_edge : undefined
  const frame = crop !== undefined && isCropped ? crop : frameOf(size)
  if (shortest !== undefined && shortest !== Math.min(frame.width, frame.height)) {
    return `${file} makes the shorter side ${shortest} and then cuts ${frame.width} x ${frame.height} out of it; Winnow only cuts what is too long.`
  }
  const interpolation = resamplings[config.resample]
  if (interpolation === undefined) return `${file} asks for resampling ${config.resample}, which Winnow does not know.`
  const isSiglip = /siglip/i.test(`${config.image_processor_type} ${config.feature_extractor_type}`)
  const mean = config.do_normalize ? (config.image_mean ?? (isSiglip ? halves : clipMean)) : ([0, 0, 0] as const)
  const std = config.do_normalize ? (config.image_std ?? (isSiglip ? halves : clipStd)) : ([1, 1, 1] as const)
  // A manifest's numbers are for pixels in 0 … 1; a model that wants 0 … 255 has its own divided by it.
  const scale = (config.do_rescale ? config.rescale_factor : 1) * 255
  return {
    width: frame.width,
    height: frame.height,
    resize: shortest === undefined ? 'squash' : 'shortest',
    crop: shortest === undefined ? 'none' : 'center',
    interpolation,
    channels: config.do_flip_channel_order ? 'bgr' : 'rgb',
    mean: [mean[0] / scale, mean[1] / scale, mean[2] / scale],
    std: [std[0] / scale, std[1] / scale, std[2] / scale],
  }
}

function frameOf(size: z.infer<typeof sizeSchema>): { width: number; height: number } {
  if (typeof size === 'number') return { width: size, height: size }
  return 'shortest_edge' in size ? { width: size.shortest_edge, height: size.shortest_edge } : size
}

/**
 * The image half of a manifest: preprocessing and what the graph itself says of its input.
 * @param output the name of the output that was chosen
 * @returns the half, or a sentence that says what does not fit
 */
export function recogniseImage(graph: GraphFacts, preprocessing: Preprocessing, output: string): ImageInput | string {
  const port =
    graph.inputs.find((each) => inputRole(each.name) === 'pixels') ??
    graph.inputs.find((each) => each.shape.length === 4)
  if (port === undefined)
    return `${graph.file} takes no pictures: its inputs are ${graph.inputs.map(({ name }) => name).join(', ')}.`
  const layout = port.shape[3] === 3 && port.shape[1] !== 3 ? 'nhwc' : 'nchw'
  const { width, height } = sidesOf(port, layout, preprocessing)
  if (width !== preprocessing.width || height !== preprocessing.height) {
    return `${graph.file} takes pictures of ${width} x ${height}, and its preprocessing makes them ${preprocessing.width} x ${preprocessing.height}.`
  }
  return {
    file: graph.file,
    input: port.name,
    output,
    ...preprocessing,
    ...(port.type === 'uint8' ? rawBytes : {}),
    antialias: true,
    layout,
  }
}

/** A graph that takes bytes normalises them itself (Immich's newer exports do): (x / 255 - 0) / (1 / 255) is x. */
const rawBytes = {
  mean: [0, 0, 0],
  std: [1 / 255, 1 / 255, 1 / 255],
} satisfies Pick<ImageInput, 'mean' | 'std'>

function sidesOf(
  port: GraphPort,
  layout: ImageInput['layout'],
  open: Preprocessing,
): { width: number; height: number } {
  const [height, width] = layout === 'nchw' ? [port.shape[2], port.shape[3]] : [port.shape[1], port.shape[2]]
  return {
    width: typeof width === 'number' ? width : open.width,
    height: typeof height === 'number' ? height : open.height,
  }
}
