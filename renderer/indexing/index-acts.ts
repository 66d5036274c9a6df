/** The acts of indexing, each with its key while reading. */
export const indexActs = {
  activation: 'a',
  text: 'i',
  clause: 'k',
  link: 'l',
  account: 'd',
  step: 'e',
  answer: 'q',
  meaning: 'u',
} as const

export type IndexAct = keyof typeof indexActs

export const indexActNames = Object.keys(indexActs) as IndexAct[]
