import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { graphicsDriver } from './graphics-driver.ts'

let rootDir: string

beforeEach(() => {
  rootDir = mkdtempSync(join(tmpdir(), 'winnow-driver-'))
})
afterEach(() => rmSync(rootDir, { recursive: true }))

function write(path: string, text: string): void {
  const file = join(rootDir, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const linux = (env: NodeJS.ProcessEnv = {}): string =>
  graphicsDriver({ platform: 'linux', env, release: '6.1.0', rootDir })

test('an open driver is told by its name, its card and the kernel that brings it', () => {
  write('sys/class/drm/card0/device/vendor', '0x1002\n')
  write('sys/class/drm/card0/device/device', '0x744c\n')
  write('sys/class/drm/card0/device/uevent', 'DRIVER=amdgpu\nPCI_CLASS=30000\n')
  write('sys/class/drm/card0-DP-1/status', 'connected\n')
  expect(linux()).toBe('amdgpu (1002:744c), Linux 6.1.0')
})

test('NVIDIA’s own driver is told by its version', () => {
  write(
    'proc/driver/nvidia/version',
    'NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.14  Thu Feb 22 01:44:30 UTC 2024\nGCC version:  gcc 12\n',
  )
  expect(linux()).toBe('NVIDIA 550.54.14, Linux 6.1.0')
  write(
    'proc/driver/nvidia/version',
    'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.15  Release Build\n',
  )
  expect(linux()).toBe('NVIDIA 570.86.15, Linux 6.1.0')
})

test('a machine without a card says so, and drivers of somebody’s own are another driver', () => {
  expect(linux()).toBe('no graphics card found, Linux 6.1.0')
  expect(linux({ VK_DRIVER_FILES: '/opt/x/vk_swiftshader_icd.json' })).toBe(
    'no graphics card found, Linux 6.1.0, vk_swiftshader_icd.json',
  )
})

test('elsewhere the system’s release stands for the drivers that come with it', () => {
  expect(graphicsDriver({ platform: 'darwin', env: {}, release: '24.1.0', rootDir })).toBe('macOS (Darwin) 24.1.0')
  expect(graphicsDriver({ platform: 'win32', env: {}, release: '10.0.26100', rootDir })).toBe('Windows 10.0.26100')
})
