import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xmpRating } from './xmp-rating.ts'

const namespaces =
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:MicrosoftPhoto="http://ns.microsoft.com/photo/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
const packet = (attributes: string, elements = ''): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" ${attributes} ${namespaces}>${elements}</rdf:Description>
  </rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

describe('xmpRating', () => {
  it.each([
    ['an attribute', packet('xmp:Rating="4"'), 4],
    ['single quotes and blanks', packet(`xmp:Rating = ' 5 '`), 5],
    ['an element', packet('', '<xmp:Rating>\n 2 </xmp:Rating>'), 2],
    ['not rated', packet('xmp:Rating="0"'), 0],
    ['a decimal number', packet('xmp:Rating="3.0"'), 3],
    ['rejected', packet('xmp:Rating="-1"'), null],
    ['Windows alone', packet('MicrosoftPhoto:Rating="75"'), 4],
    ['XMP before Windows', packet('MicrosoftPhoto:Rating="99"', '<xmp:Rating>1</xmp:Rating>'), 1],
    ['nonsense, then Windows', packet('xmp:Rating="many" MicrosoftPhoto:Rating="1"'), 1],
    ['another prefix', packet('xap:Rating="3" xmlns:xap="http://ns.adobe.com/xap/1.0/"'), 3],
    [
      'a second description',
      packet('dc:format="a"').replace('</rdf:RDF>', `<rdf:Description ${namespaces} xmp:Rating="2"/></rdf:RDF>`),
      2,
    ],
    ['quotes that hold brackets', packet('dc:title="a > b" xmp:Rating="4"'), 4],
  ])('reads %s', (_what, xml, stars) => {
    expect(xmpRating(xml)).toEqual({ stars })
  })

  it.each([
    ['no rating', packet('dc:format="image/jpeg"')],
    ['an empty one', packet('xmp:Rating=""')],
    ['more than five stars', packet('xmp:Rating="99"')],
    ['a rating of another kind', packet('dc:Rating="3"')],
    ['one in a comment', packet('', '<!-- <xmp:Rating>5</xmp:Rating> -->')],
    ['one in text that is no markup', packet('', '<dc:title><![CDATA[<xmp:Rating>5</xmp:Rating>]]></dc:title>')],
    ['one in a value', packet(`dc:title="xmp:Rating='5'"`)],
    [
      'that of an ingredient',
      packet('', `<xmp:Pantry><rdf:Bag><rdf:li><rdf:Description xmp:Rating="5"/></rdf:li></rdf:Bag></xmp:Pantry>`),
    ],
    ['a document cut off within it', packet('xmp:Rating="5"').slice(0, packet('xmp:Rating="5"').indexOf('5"/') + 1)],
    ['nothing', ''],
  ])('finds none in %s', (_what, xml) => {
    expect(xmpRating(xml)).toBeNull()
  })

  it('takes what stands before the cut', () => {
    const whole = packet('xmp:Rating="5"', '<dc:title>cut off here')
    expect(xmpRating(whole.slice(0, whole.indexOf('cut')))).toEqual({ stars: 5 })
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      ' ',
      '=',
      'xmp:Rating',
      '<rdf:RDF',
      '<rdf:Description',
      namespaces,
      '5',
      '-1',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const found = xmpRating(parts.join(''))
        expect(found === null || found.stars === null || (found.stars >= 0 && found.stars <= 5)).toBe(true)
      }),
    )
  })

  it.each([
    '<',
    '<!--',
    '<a',
    '<a b="',
    '<a b=" ',
    '<a>',
    '</',
    ' ',
    'a',
    '<?',
    '<![CDATA[',
    '<rdf:RDF><rdf:Description>',
    '<a b="c" ',
  ])('walks once through half a megabyte of %s', (piece) => {
    // Were it walked through more than once, this would take minutes.
    expect(xmpRating(piece.repeat(524_288 / piece.length))).toBeNull()
  })
})
