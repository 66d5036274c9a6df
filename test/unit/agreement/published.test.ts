import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answered, expectPrinted } from './support.ts'

interface Example {
  id: string
  published?: Record<string, number>
  expected?: Record<string, number>
  tolerance?: Record<string, number>
}

const shared = new URL('../../../../shared/agreement/examples.json', import.meta.url)

/** The collection of worked examples beside the repository, where it lies there. */
function sharedExamples(): Example[] | null {
  if (!existsSync(shared)) {
    process.stdout.write('The shared examples of agreement are not here; not tried.\n')
    return null
  }
  const parsed: { examples: Example[] } = JSON.parse(readFileSync(shared, 'utf8'))
  return parsed.examples
}

test('B5 the shared examples come out as printed', () => {
  for (const example of sharedExamples() ?? []) {
    if (example.id === 'nvivo-help') continue
    const answer = answered(example)
    for (const [name, printed] of Object.entries({ ...example.published, ...example.expected })) {
      expectPrinted(answer[name], printed, `${example.id} ${name}`, example.tolerance?.[name])
    }
  }
})

describe('published examples', () => {
  test('K1, K2 Cohen 1960, p. 45: three categories', () => {
    const shares = [
      [0.44, 0.07, 0.09],
      [0.05, 0.2, 0.05],
      [0.01, 0.03, 0.06],
    ]
    const answer = answered({ confusion: shares })
    expectPrinted(answer.po, 0.7, 'po')
    expectPrinted(answer.pe, 0.41, 'pe')
    expectPrinted(answer.kappa, 0.492, 'kappa')
    expectPrinted(answer.kappaMax, 0.831, 'kappaMax')
    expect(answer.alphaNominal).toBe('notCounts')
  })

  test('K1, K3, K4 Artstein and Poesio 2008, p. 558', () => {
    const answer = answered({
      confusion: [
        [20, 10],
        [20, 50],
      ],
    })
    expectPrinted(answer.S, 0.4, 'S')
    expectPrinted(answer.pi, 0.341, 'pi')
    expectPrinted(answer.kappa, 0.348, 'kappa')
  })

  test('K5 Fleiss 1971, table 1: thirty patients, six psychiatrists, five diagnoses', () => {
    const rows =
      '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 ' +
      '144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 ' +
      '111155 224444 133333 555555'
    const answer = answered({ rows })
    expectPrinted(answer.p, 0.5556, 'p')
    expectPrinted(answer.pe, 0.22, 'pe')
    expectPrinted(answer.kappa, 0.43, 'kappa')
  })

  test('K5 fourteen raters, ten subjects, five categories, as in the common worked example', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]
    const rows = counts.map((row) => row.flatMap((count, at) => Array(count).fill(at + 1)))
    const answer = answered({ rows })
    expectPrinted(answer.p, 0.378, 'p')
    expectPrinted(answer.pe, 0.213, 'pe')
    expectPrinted(answer.kappa, 0.21, 'kappa')
  })

  test('A1 Krippendorff 2011, section A: two observers, binary', () => {
    const answer = answered({ coders: ['0100000000', '1110010010'] })
    expectPrinted(answer.alphaNominal, 0.095, 'alphaNominal')
  })

  test('A1 Krippendorff 2011, section B: two observers, five values, letters', () => {
    const coders = { ben: 'aabbdcccedda', gerry: 'babbbccceddd' }
    const answer = answered({ coders })
    expectPrinted(answer.alphaNominal, 0.692, 'alphaNominal')
    expect(answer.alphaOrdinal).toBe('notNumeric')
  })

  test('A1 Krippendorff 2011, section C: four observers with gaps, four metrics', () => {
    const coders = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.']
    const answer = answered({ coders })
    expectPrinted(answer.alphaNominal, 0.743, 'alphaNominal')
    expectPrinted(answer.alphaOrdinal, 0.815, 'alphaOrdinal')
    expectPrinted(answer.alphaInterval, 0.849, 'alphaInterval')
    expectPrinted(answer.alphaRatio, 0.797, 'alphaRatio')
    expect(answer.kappa).toBe('unequalRaters')
  })

  test('A1 three coders, fifteen units, half of them missing', () => {
    const answer = answered({
      coders: ['*****34121133*3', '1*213343*******', '**21344*21133*4'],
    })
    expectPrinted(answer.alphaNominal, 0.691, 'alphaNominal')
    expectPrinted(answer.alphaInterval, 0.811, 'alphaInterval')
  })

  test('U1 Krippendorff 2004, p. 254: two observers, two codes', () => {
    const answer = answered({
      continuum: { start: 150, length: 300 },
      units: {
        c: {
          i: [
            [225, 70],
            [370, 30],
          ],
          j: [
            [220, 80],
            [355, 20],
            [400, 20],
          ],
        },
        k: {
          i: [
            [180, 60],
            [300, 50],
          ],
          j: [
            [180, 60],
            [300, 50],
          ],
        },
      },
    })
    expectPrinted(answer.c, 0.7286, 'c')
    expectPrinted(answer.k, 1, 'k')
    expectPrinted(answer.all, 0.8591, 'all', 0.0005)
    expect(answer.uAlpha).toBe('overlappingCodes')
  })

  test('U2 the u-alpha family: two coders, two codes, one unit coded otherwise', () => {
    const answer = answered({
      continuum: { length: 100 },
      units: {
        A: {
          W: [
            [10, 30],
            [70, 90],
          ],
          T: [[40, 60]],
        },
        B: {
          W: [[10, 30]],
          T: [
            [45, 60],
            [70, 90],
          ],
        },
      },
      unitsAre: 'half-open [start,end)',
    })
    expectPrinted(answer.uAlpha, 0.6397, 'uAlpha')
    expectPrinted(answer.uAlphaBinary, 0.9036, 'uAlphaBinary')
    expectPrinted(answer.cuAlpha, 0.3909, 'cuAlpha')
    expectPrinted(answer.coverage, 0.55, 'coverage')
  })
})

describe('traps', () => {
  test('P1, K1 uncoded text lifts percent and kappa; coded-only stays', () => {
    const short = [
      [50, 75],
      [75, 800],
    ]
    const long = [
      [50, 75],
      [75, 9800],
    ]
    expectPrinted(answered({ confusion: short }).percentAgreement, 85, 'short')
    expectPrinted(answered({ confusion: short }).kappa, 0.3143, 'short')
    expectPrinted(
      answered({
        confusion: [
          [50, 150],
          [0, 800],
        ],
      }).kappa,
      0.3478,
      'all by one',
    )
    expectPrinted(answered({ confusion: long }).percentAgreement, 98.5, 'long')
    expectPrinted(answered({ confusion: long }).kappa, 0.392, 'long')
    const binary = { categories: ['1', '0'] }
    expect(answered({ ...binary, confusion: short }).codedOnly).toBe(0.25)
    expect(answered({ ...binary, confusion: long }).codedOnly).toBe(0.25)
  })

  test('N2 no variation is not computable, and is so for every coefficient that corrects for chance', () => {
    for (const data of [
      {
        confusion: [
          [1000, 0],
          [0, 0],
        ],
      },
      { pairs: ['00', '00', '00'] },
      { coders: ['111', '111'] },
      { coders: ['1111', '1111', '111.'] },
      { rows: '111 111 111' },
    ]) {
      const answer = answered(data)
      const chance = ['kappa', 'kappaMax', 'pi', 'S', 'alphaNominal', 'alphaInterval'] as const
      for (const name of chance) {
        if (answer[name] !== undefined && answer[name] !== 'unequalRaters') {
          expect(answer[name], `${JSON.stringify(data)} ${name}`).toBe('noVariation')
        }
      }
      expect(answer.percent).toBe(100)
    }
  })

  test('N2 one coder who never varies against one who does is chance, and that is 0', () => {
    const answer = answered({
      confusion: [
        [5, 5],
        [0, 0],
      ],
    })
    expect([answer.kappa, answer.kappaMax]).toEqual([0, 0])
  })

  test('N2, U3 units of which none is there, or that fill all, are not computable', () => {
    const of = (units: unknown, unitsAre = 'half-open'): Record<string, number | string> =>
      answered({ continuum: { length: 10 }, units, unitsAre })
    const none = of({ A: { W: [] }, B: { W: [] } })
    expect(none).toMatchObject({ W: 'noVariation', all: 'noVariation', uAlpha: 'noVariation' })
    expect(none.cuAlpha).toBe('nothingShared')
    const whole = of({ A: { W: [[0, 10]] }, B: { W: [[0, 10]] } })
    expect(whole).toMatchObject({ W: 'noVariation', all: 'noVariation', cuAlpha: 'noVariation' })
    expect(of({ A: { W: [[0, 5]] } })).toMatchObject({ W: 'tooFewCoders', uAlpha: 'tooFewCoders' })
  })
})
