/** An input or output of a graph; a string is a dimension that is left open, and no shape at all is one that nobody says. */
export interface GraphPort {
  readonly name: string
  /** In ONNX Runtime's words: "float32", "float16", "int64". */
  readonly type: string
  readonly shape: readonly (number | string)[]
}

/** What an ONNX graph takes and gives. */
export interface GraphFacts {
  /** Its name inside the model folder. */
  readonly file: string
  readonly inputs: readonly GraphPort[]
  readonly outputs: readonly GraphPort[]
}
