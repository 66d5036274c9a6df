import { join } from 'node:path'
import { repository } from './launch.ts'

const folder = join(repository, 'fixtures', 'samples')

/** The texts written for Standpoint, as files to import. */
export const samples = {
  randi: join(folder, 'Intervju Randi, Fjellvik.txt'),
  jonas: join(folder, 'Intervju Jonas, Strandby.txt'),
  fieldNote: join(folder, 'Field note, intake meeting.md'),
  guideline: join(folder, 'Retningslinje.txt'),
}

export const allSamples = Object.values(samples)
