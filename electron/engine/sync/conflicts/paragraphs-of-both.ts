import * as Y from 'yjs'

/** A paragraph of a source, or a block of a memo or an account, in which both wrote or took away without knowing of each other. */
export interface SharedParagraph {
  /** The paragraph as it stood here, and as it stood there as far as what was taken away is still known. */
  ours: string
  theirs: string
  text: Y.Text
  /** Offsets in the merged text, without the line end; UTF-16 code units. The whole of a block. */
  start: number
  end: number
  /** A struct of each side, the same on every copy that finds it. */
  ourStruct: string
  theirStruct: string
  /** Clients of Yjs that put something in; none if only something was taken away. */
  ourClients: readonly number[]
  theirClients: readonly number[]
}

interface Piece {
  client: number
  struct: string
  text: string
  isShown: boolean
  /** Put in or taken away here only, or there only. */
  side: 'ours' | 'theirs' | null
  wasDeletedBy: 'ours' | 'theirs' | null
}

/** What two copies of a document held before they told each other, as state vectors. */
export interface Parted {
  /** Null: all that is here when an update is looked at. */
  ours: Uint8Array | null
  theirs: Uint8Array
}

/** Who knew what, as far as it can be seen. */
interface Knowledge {
  before: TextBefore
  /** What was written here after that was written together. */
  parted: ReadonlyMap<number, number> | null
  there: ReadonlyMap<number, number>
  theirDeletions: ReturnType<typeof Y.decodeUpdate>['ds']
}

/** What has to be known of a text before an update is applied to it. */
export interface TextBefore {
  vector: Map<number, number>
  deleted: ReadonlySet<string>
}

export function textBefore(doc: Y.Doc): TextBefore {
  const deleted = new Set<string>()
  for (const text of textsOf(doc))
    for (const item of itemsOf(text)) if (item.deleted) addUnits(deleted, item)
  return { vector: Y.decodeStateVector(Y.encodeStateVector(doc)), deleted }
}

/** Paragraphs that both changed; the update of the other side is applied already. */
export function paragraphsOfBoth(
  doc: Y.Doc,
  before: TextBefore,
  parted: Parted,
  update: Uint8Array,
): SharedParagraph[] {
  const { structs, ds: theirDeletions } = Y.decodeUpdate(update)
  const there = Y.decodeStateVector(parted.theirs)
  for (const struct of structs) if (struct instanceof Y.Item) addKnownBy(struct, there)
  const ours = parted.ours && Y.decodeStateVector(parted.ours)
  const knowledge = { before, parted: ours, there, theirDeletions }
  return textsOf(doc).flatMap((text) =>
    sharedIn(
      text,
      [...itemsOf(text)].flatMap((item) => piecesOf(item, knowledge)),
    ),
  )
}

/** Who writes beside something knows it. */
function addKnownBy({ origin, rightOrigin }: Y.Item, there: Map<number, number>): void {
  for (const id of [origin, rightOrigin])
    if (id) there.set(id.client, Math.max(there.get(id.client) ?? 0, id.clock + 1))
}

function sharedIn(text: Y.Text, pieces: readonly Piece[]): SharedParagraph[] {
  const found: SharedParagraph[] = []
  let start = 0
  for (const paragraph of paragraphsIn(pieces)) {
    const merged = textOf(paragraph, (piece) => piece.isShown)
    const ours = paragraph.filter((piece) => isBy(piece, 'ours'))
    const theirs = paragraph.filter((piece) => isBy(piece, 'theirs'))
    const [own] = ours.map(({ struct }) => struct).sort()
    const [other] = theirs.map(({ struct }) => struct).sort()
    if (own !== undefined && other !== undefined) {
      found.push({
        ours: withoutLineEnd(textOf(paragraph, (piece) => standsFor(piece, 'ours'))),
        theirs: withoutLineEnd(textOf(paragraph, (piece) => standsFor(piece, 'theirs'))),
        text,
        ...(text instanceof Y.XmlText
          ? { start: 0, end: text.length }
          : { start, end: start + withoutLineEnd(merged).length }),
        ourStruct: own,
        theirStruct: other,
        ourClients: ours.filter(({ side }) => side === 'ours').map(({ client }) => client),
        theirClients: theirs.filter(({ side }) => side === 'theirs').map(({ client }) => client),
      })
    }
    start += merged.length
  }
  return found
}

function isBy(piece: Piece, side: 'ours' | 'theirs'): boolean {
  return piece.side === side || piece.wasDeletedBy === side
}

/** Whether a piece stood in the text of one side. */
function standsFor(piece: Piece, side: 'ours' | 'theirs'): boolean {
  if (piece.side !== null && piece.side !== side) return false
  return piece.isShown || (piece.wasDeletedBy !== null && piece.wasDeletedBy !== side)
}

function textOf(pieces: readonly Piece[], isIn: (piece: Piece) => boolean): string {
  return pieces
    .filter(isIn)
    .map(({ text }) => text)
    .join('')
}

function withoutLineEnd(text: string): string {
  return text.replace(/\n$/, '')
}

/** Pieces up to and with each line end that is shown. */
function* paragraphsIn(pieces: readonly Piece[]): Generator<Piece[]> {
  let paragraph: Piece[] = []
  for (const piece of pieces) {
    paragraph.push(piece)
    if (!piece.isShown || piece.text !== '\n') continue
    yield paragraph
    paragraph = []
  }
  if (paragraph.length > 0) yield paragraph
}

function piecesOf(item: Y.Item, { before, parted, there, theirDeletions }: Knowledge): Piece[] {
  const { client, clock } = item.id
  const isIn = (vector: ReadonlyMap<number, number>) => clock < (vector.get(client) ?? 0)
  const text = item.content instanceof Y.ContentString ? item.content.str : ''
  const isOurs = !isIn(there) && (parted === null || isIn(parted))
  const side = !isIn(before.vector) ? 'theirs' : isOurs ? 'ours' : null
  const wasDeletedBy = item.deleted ? deletedBy(item, side, before, theirDeletions) : null
  const piece = (at: number, words: string): Piece => ({
    client,
    struct: `${client}.${clock + at}`,
    text: words,
    isShown: !item.deleted,
    side,
    wasDeletedBy,
  })
  if (item.deleted) return [piece(0, text)]
  return [...text.matchAll(/\n|[^\n]+/g)].map((match) => piece(match.index, match[0]))
}

/** Who did not know it took it away with the block around it. */
function deletedBy(
  item: Y.Item,
  side: Piece['side'],
  before: TextBefore,
  theirDeletions: ReturnType<typeof Y.decodeUpdate>['ds'],
): Piece['wasDeletedBy'] {
  const here = before.deleted.has(`${item.id.client}.${item.id.clock}`)
  const there = Y.isDeleted(theirDeletions, item.id)
  if (side === 'ours') return here ? 'ours' : 'theirs'
  if (side === 'theirs') return there ? 'theirs' : 'ours'
  if (here === there) return null
  return here ? 'ours' : 'theirs'
}

/** The body of a source; every block of a memo or an account, also those that were taken away. */
function textsOf(doc: Y.Doc): Y.Text[] {
  return doc.share.has('root') ? blocksIn(doc.get('root', Y.XmlText)) : [doc.getText('body')]
}

function blocksIn(text: Y.XmlText): Y.XmlText[] {
  const blocks: Y.XmlText[] = []
  for (let item = text._start; item !== null; item = item.right)
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText)
      blocks.push(item.content.type, ...blocksIn(item.content.type))
  return blocks
}

function* itemsOf(text: Y.Text): Generator<Y.Item> {
  for (let item = text._start; item !== null; item = item.right)
    if (item.countable || item.deleted) yield item
}

function addUnits(deleted: Set<string>, item: Y.Item): void {
  for (let at = 0; at < item.length; at++) deleted.add(`${item.id.client}.${item.id.clock + at}`)
}
