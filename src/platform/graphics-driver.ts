import { release } from 'node:os'
import { basename, join } from 'node:path'
import { namesIfThere, textIfThere } from './read-if-there.ts'

export interface DriverSource {
  readonly platform: string
  readonly env: NodeJS.ProcessEnv
  /** `os.release()`: drivers of macOS and many of Windows come with the system. */
  readonly release: string
  /** Where Linux tells of itself; another folder in tests. */
  readonly rootDir: string
}

/**
 * The graphics driver as far as files tell, as one line: "NVIDIA 550.54 (10de:2331)", "amdgpu (1002:744c), Linux 6.1". Another
 * line means that providers are tested anew. No program is run for it, and none of it leaves the machine.
 */
export function graphicsDriver(source: DriverSource = thisMachinesDriver()): string {
  const { platform, env } = source
  if (platform !== 'linux') return `${systemNames[platform] ?? platform} ${source.release}`
  const nvidia = nvidiaVersion(source.rootDir)
  const cards = cardsOf(source.rootDir)
  const parts = [
    ...(nvidia === undefined ? [] : [`NVIDIA ${nvidia}`]),
    ...cards
      .filter(({ driver }) => driver !== 'nvidia' || nvidia === undefined)
      .map(({ driver, id }) => `${driver} (${id})`),
    // Open drivers come with the kernel.
    `${cards.length === 0 && nvidia === undefined ? 'no graphics card found, ' : ''}Linux ${source.release}`,
    // Somebody has chosen drivers of their own.
    ...['VK_DRIVER_FILES', 'VK_ICD_FILENAMES'].flatMap((name) => (env[name] ? [basename(env[name])] : [])),
  ]
  return parts.join(', ')
}

const systemNames: Readonly<Record<string, string>> = { darwin: 'macOS (Darwin)', win32: 'Windows' }

function thisMachinesDriver(): DriverSource {
  return { platform: process.platform, env: process.env, release: release(), rootDir: '/' }
}

/** "550.54.14" of "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.14  Thu Feb 22 …" */
function nvidiaVersion(rootDir: string): string | undefined {
  const text = textIfThere(join(rootDir, 'proc/driver/nvidia/version'))
  return text === undefined
    ? undefined
    : (/Module(?: for \S+)?\s+(\d[\d.]*)/.exec(text)?.[1] ?? 'of an unknown version')
}

interface Card {
  readonly driver: string
  /** PCI vendor and device: "10de:2331" */
  readonly id: string
}

function cardsOf(rootDir: string): readonly Card[] {
  const drmDir = join(rootDir, 'sys/class/drm')
  const names = namesIfThere(drmDir).filter((name) => /^card\d+$/.test(name))
  return names.toSorted().flatMap((name) => {
    const deviceDir = join(drmDir, name, 'device')
    const [vendor, device] = ['vendor', 'device'].map((file) => textIfThere(join(deviceDir, file))?.replace(/^0x/, ''))
    const driver = /^DRIVER=(.+)$/m.exec(textIfThere(join(deviceDir, 'uevent')) ?? '')?.[1]
    return vendor === undefined || device === undefined
      ? []
      : [{ driver: driver ?? 'unknown driver', id: `${vendor}:${device}` }]
  })
}
