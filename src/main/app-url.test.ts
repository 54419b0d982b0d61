import { describe, expect, it } from 'vitest'
import { isAppUrl, isLocalRequest, isMadeByApp } from './app-url.ts'

const foreign = [
  '',
  'app',
  'app://',
  'app://evil/',
  'app://app.evil.example/',
  'app://app@evil.example/',
  'app://user@app/',
  'app://app:80/',
  'apps://app/',
  'https://app/',
  'http://127.0.0.1/?next=app://app/',
  'https://evil.example/app://app/',
  'file:///etc/passwd',
  'data:text/html,app://app/',
  'javascript:location="app://app/"',
  'about:blank',
  'view-source:app://app/',
  'filesystem:app://app/x',
  '//app/',
  'chrome://gpu',
  'ws://app/',
  'app:app/',
]

describe('isAppUrl', () => {
  it.each(['app://app', 'app://app/', 'app://app/index.html?x#y', 'APP://app/', 'app://app/../../etc/passwd'])(
    'is %s',
    (address) => {
      expect(isAppUrl(address)).toBe(true)
    },
  )
  it.each(foreign)('is not %s', (address) => {
    expect(isAppUrl(address)).toBe(false)
  })
})

describe('isLocalRequest', () => {
  it.each(['app://app/media/thumb/3?v=1', 'blob:app://app/0f-1', 'devtools://devtools/bundled/devtools_app.html'])(
    'lets %s',
    (address) => {
      expect(isLocalRequest(address)).toBe(true)
    },
  )
  it.each([
    ...foreign,
    'blob:https://evil.example/1',
    'blob:null/1',
    'devtools://evil/',
    'https://redirector.gvt1.com/edgedl/chrome/dict/',
  ])('stops %s', (address) => {
    expect(isLocalRequest(address)).toBe(false)
  })
})

describe('isMadeByApp', () => {
  it('is only what the interface holds in its memory', () => {
    expect(isMadeByApp('blob:app://app/0f-1')).toBe(true)
    for (const address of [...foreign, 'app://app/media/full/3', 'blob:https://evil.example/1', 'blob:null/1']) {
      expect(isMadeByApp(address)).toBe(false)
    }
  })
})
