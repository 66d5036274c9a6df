import type { rounds as english } from '../en/rounds.ts'
import type { Translation } from '../translation.ts'

export const rounds: Translation<typeof english> = {
  inBlind:
    'Du er i den blinde runden «{{name}}»: Du ser bare dine egne kodinger, og ingen andre ser dem før alle har lukket.',
  inOpen: 'Du er i runden «{{name}}»: Kodingene dine går inn i ditt eget lag i den.',
  leave: 'Gå ut av runden',
}
