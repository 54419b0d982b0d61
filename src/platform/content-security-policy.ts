/**
 * What the interface may load and reach, the same in the window and in a browser tab: nothing but its own files and the
 * library. It is also the promise that nothing leaves the computer, kept by the browser engine.
 * `blob:` is for a picture that was dropped to search by. `ws:` is not needed: 'self' covers the same-origin WebSocket.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
