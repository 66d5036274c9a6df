import type { links as english } from '../en/links.ts'
import type { Translation } from '../translation.ts'

export const links: Translation<typeof english> = {
  noClaims: 'Ikke belagt ennå: ingen belegg.',
  side_supports: 'Taler for',
  side_contradicts: 'Taler mot',
  stance: 'For eller mot',
  basis: 'Grunnlag',
  basisHint: {
    'the text says': 'Krever en passasje i en kilde som inneholder teksten.',
    'an informant says': 'Krever en passasje der noen snakker.',
    observed: 'Sett av en forsker; en passasje fra feltnotatene gjør belegget sterkere.',
    literature: 'Skriv hva du viser til.',
    'we infer': 'Vår egen slutning; tegnes prikket til noe annet taler for den.',
  },
  problem: {
    'no passage': 'Teller ikke: ingen passasje viser det.',
    'not in a source of the text': 'Teller ikke: ingen passasje står i en kilde for teksten.',
    'no speaker': 'Teller ikke: ingen snakker i passasjen.',
  },
  makeContradict: 'La det tale mot',
  makeSupport: 'La det tale for',
  removeClaim: 'Fjern dette belegget',
  claimRemoved: 'Belegget er fjernet',
  reference: 'Henvisning',
  referencePlaceholder: 'Forfatter, år, side',
  note: 'Merknad',
  notePlaceholder: 'Merknad',
  attachPassage: 'Legg til passasjen du har for hånden',
  passageTakenOff: 'Passasjen er tatt av belegget',
  takeOffPassage: 'Ta passasjen av dette belegget',
  passageGone: 'Passasjen finnes ikke lenger i prosjektet.',
  passageLost: 'har mistet plassen sin',
  showPassage: 'Vis i teksten: {{quote}} ({{place}})',
  addClaim: 'Legg til belegg',
  noPassageInHand:
    'For å legge ved en passasje: merk ord i en tekst, eller velg en passasje der først.',
  thisPassage: 'Med denne passasjen fra {{source}}',
}
