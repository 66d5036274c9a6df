import { describe, expect, test } from 'vitest'
import { readOne } from './reading.ts'

const talk = 'Berit: Hei.\nOla: Hei.\nBerit: Ja.\nOla: Nei.'
const kindOf = async (name: string, content = 'Noe helt annet står her.') =>
  (await readOne(content, name)).suggestedKind

describe('the kind of source', () => {
  test.each([
    ['Feltnotat 3 mottaket.txt', 'field note'],
    ['FELTNOTATER_uke12.md', 'field note'],
    ['Field note, intake meeting.md', 'field note'],
    ['fieldnotes-2.txt', 'field note'],
    ['Observasjon skranken.txt', 'observation'],
    ['observation_02.txt', 'observation'],
    ['Intervju Randi, Fjellvik.txt', 'interview'],
    ['ekspertintervju-04.txt', 'interview'],
    ['Interview with Ola.txt', 'interview'],
    ['Fokusgruppeintervju 1.txt', 'focus group'],
    ['focus group B.txt', 'focus group'],
    ['Fokusgruppe.txt', 'focus group'],
  ] as const)('K1: %s is %s by its name', async (name, kind) => {
    expect(await kindOf(name)).toBe(kind)
  })

  test.each([
    'Retningslinje.txt',
    'retningsliner-nav.txt',
    'rundskriv-oppfolging.txt',
    'Veileder for oppfølging.txt',
    'Rettleiar.txt',
    'Søknadsskjema.txt',
    'skjema_4.txt',
    'Lov om sosiale tjenester.txt',
    'arbeidsmiljøloven.txt',
    'Forskrift 2020.txt',
    'Guidelines for intake.txt',
    'Law on social services.txt',
    'Intake form.txt',
  ])('K3: %s is a boss text', async (name) => {
    expect(await kindOf(name)).toBe('boss text')
  })

  test.each([
    'Møtereferat mars.txt',
    'Minutes, team meeting.txt',
    'Intervjuguide.txt',
    'Samtykkeskjema.txt',
    'Kløver og lovende planter.txt',
    'Informasjon.txt',
    'Alova.txt',
    'Contact.txt',
  ])('K2: %s is a document', async (name) => {
    expect(await kindOf(name)).toBe('document')
  })

  test('K1: who speaks makes an interview, unless the name says what it is', async () => {
    expect(await kindOf('opptak.txt', talk)).toBe('interview')
    expect(await kindOf('Referat.txt', talk)).toBe('document')
    expect(await kindOf('Feltnotat.txt', talk)).toBe('field note')
    expect(await kindOf('Intervju om rundskrivet.txt')).toBe('interview')
  })

  test('K1: a title or the first words tell where the name does not; a web page stays one', async () => {
    expect(await kindOf('a.md', '# Feltnotat fra mottaket\n\nStille.')).toBe('field note')
    expect(await kindOf('a.txt', 'Rundskriv 7/2020\nTil alle kontorer.')).toBe('boss text')
    expect(await kindOf('a.txt', 'Vi snakket om et rundskriv.\nDa ble det stille.')).toBe(
      'document',
    )
    expect(await kindOf('a.html', '<p>Intervju</p>')).toBe('web page')
    expect(await kindOf('forskrift.html', '<p>§ 1</p>')).toBe('boss text')
  })
})
