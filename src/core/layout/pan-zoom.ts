/** How a picture lies in the viewer: `scale` is screen pixels a picture pixel, the offset is that of its middle from the stage's middle. */
export interface PanZoom {
  readonly scale: number
  readonly xPx: number
  readonly yPx: number
}

export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

/** The whole picture as large as the stage allows; a small one at most doubled, or it would be mush. */
export function fitted(picture: Size, stage: Size): PanZoom {
  const scale = Math.min(2, stage.widthPx / picture.widthPx, stage.heightPx / picture.heightPx)
  return { scale, xPx: 0, yPx: 0 }
}

/** Keeps the picture over the stage: centred along an axis where it is smaller, edge to edge at most where it is larger. */
export function kept(view: PanZoom, picture: Size, stage: Size): PanZoom {
  const spareX = Math.max(0, (picture.widthPx * view.scale - stage.widthPx) / 2)
  const spareY = Math.max(0, (picture.heightPx * view.scale - stage.heightPx) / 2)
  // Adding 0 turns -0 into 0.
  return {
    scale: view.scale,
    xPx: Math.min(spareX, Math.max(-spareX, view.xPx)) + 0,
    yPx: Math.min(spareY, Math.max(-spareY, view.yPx)) + 0,
  }
}

/** Changes the scale so that what is under the point (from the stage's middle) stays under it, as far as `kept` allows. */
export function zoomedAt(
  view: PanZoom,
  scale: number,
  point: { readonly xPx: number; readonly yPx: number },
  picture: Size,
  stage: Size,
): PanZoom {
  const smallest = fitted(picture, stage).scale
  const bounded = Math.min(largestScale(smallest), Math.max(smallest, scale))
  const factor = bounded / view.scale
  return kept(
    {
      scale: bounded,
      xPx: point.xPx - (point.xPx - view.xPx) * factor,
      yPx: point.yPx - (point.yPx - view.yPx) * factor,
    },
    picture,
    stage,
  )
}

/** Eight screen pixels a picture pixel show every one of them; a small picture may at least double. */
function largestScale(smallest: number): number {
  return Math.max(8, smallest * 2)
}
