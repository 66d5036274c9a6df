import type { Code, CodedPassage } from '../../../shared/model/entities.ts'
import { isWithin } from '../tree/code-forest.ts'
import type { CodeForest } from '../tree/code-forest.ts'

/** Ids of the codings by which passages stand on a code's page: with the code, or below it. */
export function codingsOnPage(
  forest: CodeForest,
  codeId: string,
  withSubcodes: boolean,
  passages: readonly CodedPassage[],
): string[] {
  return passages.flatMap((passage) =>
    passage.codings
      .filter((coding) =>
        withSubcodes ? isWithin(forest, coding.codeId, codeId) : coding.codeId === codeId,
      )
      .map((coding) => coding.id),
  )
}

/** The other codes of a passage, each once, in the order of the tree. */
export function otherCodes(forest: CodeForest, codeId: string, passage: CodedPassage): Code[] {
  const ids = new Set(passage.codings.map((coding) => coding.codeId))
  ids.delete(codeId)
  return [...ids].flatMap((id) => {
    const code = forest.nodeById.get(id)?.code
    return code === undefined ? [] : [code]
  })
}
