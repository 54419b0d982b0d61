import type { z } from 'zod'

/** One call a client can make: what goes in, what comes back. Both ends get their types from these two schemas. */
export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I
  readonly output: O
}

export type Methods = Readonly<Record<string, Method>>

export function method<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O> {
  return { input, output }
}

/** What the library implements: input already parsed, output parsed again before it leaves. */
export type Handlers<M extends Methods> = {
  readonly [K in keyof M]: (
    input: z.output<M[K]['input']>,
    signal: AbortSignal,
  ) => z.input<M[K]['output']> | Promise<z.input<M[K]['output']>>
}

/** What a client sees: the same names, as calls that can be aborted. */
export type Client<M extends Methods> = {
  readonly [K in keyof M]: (input: z.input<M[K]['input']>, signal?: AbortSignal) => Promise<z.output<M[K]['output']>>
}

/** `safeParse` with the type of the very schema it is given, also where that is known only as one method's of many. */
export function parse<S extends z.ZodType>(schema: S, data: unknown): z.ZodSafeParseResult<z.output<S>> {
  return schema.safeParse(data)
}
