import { contentSecurityPolicy } from './content-security-policy.ts'

/** On every answer of both hosts, photos and errors included. There are no CORS headers anywhere. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
