import type { Times } from './percentiles.ts'

/** One line of the table: p50 and p95 on the clock, then of this process's own work. */
export function printTimes(name: string, { p50, p95, cpuP50, cpuP95 }: Times): void {
  printRow(name, `${ms(p50)} ${ms(p95)}   ${ms(cpuP50)} ${ms(cpuP95)}`)
}

export function ms(value: number): string {
  return value.toFixed(1).padStart(8)
}

export function printRow(name: string, value: string): void {
  console.log(`${name.padEnd(62)} ${value}`)
}
