// Every part of the program that imports this file must see it, whatever its tsconfig includes.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./stopword.d.ts" />
import { eng, nob } from 'stopword'

/** Of nynorsk, which the list of bokmål leaves out, and what is said without meaning much. */
const more =
  'eg ikkje me dei ein ei eit vart vere vera vore berre noko nokon kva kven kvar kvifor korleis frå då når òg også jo vel liksom sånn altså ja nei mm hm eh'

/** Words left out of frequencies and neighbours unless a project says otherwise. */
export const usualStopWords: ReadonlySet<string> = new Set([...nob, ...eng, ...more.split(' ')])
