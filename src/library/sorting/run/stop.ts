/** Something is in the way of the whole run: a full disk, a drive that went away. The message is a sentence for the person. */
export class Obstacle extends Error {
  override readonly name = 'Obstacle'
}

/** A file can't be placed or taken back, and stays where it is. The message is a sentence for the person. */
export class LeftAlone extends Error {
  override readonly name = 'LeftAlone'
}

/** A step failed and could not be taken back: what is in hand has to be found on the disk before anything goes on. */
export class HalfDone extends Error {
  override readonly name = 'HalfDone'

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** The person paused or ended the run while a file was on its way; it is where it was. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
