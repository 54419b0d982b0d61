/**
 * How far a file has come. found: seen by the scan · looked: its head was read · ready: thumbnail and embedding are
 * there · failed: it can't be read · missing: seen by an earlier scan, not by the last · unsupported: set aside, of a
 * kind Winnow does not read yet or with its bytes elsewhere.
 */
export type FileState = 'found' | 'looked' | 'ready' | 'failed' | 'missing' | 'unsupported'
