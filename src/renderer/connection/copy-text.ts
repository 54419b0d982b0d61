import { useNotice } from '../state/notice-store.ts'

/** Puts text on the clipboard and says so. `what`: "the path", "the place". */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    useNotice.getState().say(`Copied ${what}`)
  } catch {
    // A browser refuses where the page isn't focused or the person said no; the text can still be selected by hand.
    useNotice.getState().complain(`The browser did not let Winnow copy ${what}. Select it and copy it by hand.`)
  }
}
