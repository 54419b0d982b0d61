import type { StartWorker } from '../contract/worker.ts'

/** Where the machine's power comes from. */
export interface PowerSource {
  isOnBattery(): boolean | null
  /** @returns what ends it */
  onChanged(listener: () => void): () => void
}

/** Everything the library needs from outside. It knows no Electron, no HTTP and no terminal: hosts hand these in. */
export interface Surroundings {
  readonly paths: {
    /** Database and its backups. Created when missing. */
    readonly dataDir: string
    /** Thumbnails; may be emptied at any time. */
    readonly cacheDir: string
    /** Holds `starter/` and `vocabulary/`. */
    readonly modelsDir: string
  }
  readonly host: 'electron' | 'browser' | 'terminal'
  readonly version: string
  readonly startWorker: StartWorker
  readonly clock: { nowMs(): number }
  /** Shows a file in the file manager. Absent where there is none. */
  readonly reveal?: (path: string) => Promise<void>
  /** Moves a file or folder to the system's trash. Absent where there is none. */
  readonly trash?: (path: string) => Promise<void>
  /** Whether the host can open a folder dialog, and whether dropped files carry their paths. */
  readonly capabilities: { readonly folderDialog: boolean; readonly filePaths: boolean }
  /** Pictures, Desktop, camera cards … on this computer; need not exist. */
  readonly usualPlaces: () => Promise<readonly { readonly path: string; readonly label: string }[]>
  /**
   * The proxy that the system's settings name for an address: "http://proxy:3128"; null for none. Absent where only the
   * environment says (HTTPS_PROXY, NO_PROXY).
   */
  readonly proxyFor?: (url: string) => Promise<string | null>
  /** What runs the encoders, for which tests of providers hold. Absent: none is tested by itself. */
  readonly hardware?: {
    /** As far as it can be told: "NVIDIA 550.54 (10de:2331)". */
    readonly driver: string
    /** Of ONNX Runtime. */
    readonly runtimeVersion: string
    /** For the test of one provider. Absent: a minute. */
    readonly testLimitMs?: number
  }
  /** Absent where the machine does not tell. */
  readonly power?: PowerSource
  readonly log: (level: 'info' | 'warn' | 'error', message: string, details?: unknown) => void
}
