import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { tabTo } from './tab-to.ts'

/** Does a command of the palette, found by its name. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

/** Tabs to a button, once it can be pressed, and presses it. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first()
  await expect(button).toBeEnabled()
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}
