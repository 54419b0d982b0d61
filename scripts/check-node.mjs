// @ts-check

/** Ends with a sentence where this Node is too old for the libraries Winnow is made of: SQLite's would crash. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return
  process.stderr.write(
    `Winnow needs Node 22.12 or newer, and this is ${process.versions.node}. ` +
      'On Linux, npm brings one along: run it as an npm script (npm start, npm test, npm run winnow).\n',
  )
  process.exit(1)
}
