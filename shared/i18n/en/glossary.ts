/** Terms of institutional ethnography in our own words, two sentences each. */
export const glossary = {
  title: 'Words of institutional ethnography',
  lead: 'Institutional ethnography starts where people stand in their everyday work and traces how texts made elsewhere coordinate it. These are the words the program uses, each in two sentences.',
  filter: 'Find a word',
  none: 'No word fits that.',
  terms: {
    standpoint: {
      term: 'Standpoint',
      text: 'The place in everyday work from which the inquiry looks: a person with something to do, not a theory. On a map it is the marked lane at the bottom, and a disjuncture is always seen from somewhere.',
    },
    entryLevel: {
      term: 'Entry level and second level',
      text: 'Entry-level material is what people at the standpoint say and do; second-level material is what you go and find because of it, among those who make, measure and decide. A thread ties the one to the other.',
    },
    text: {
      term: 'Institutional text (boss text)',
      text: 'A text that others must act on: a law, a guideline, a form, a scale, a letter of allocation. It may be in your project, only mentioned in talk, or missing, and the register keeps track of which.',
    },
    form: {
      term: 'Replicable form',
      text: 'A text that is made to be copied and filled in the same way in many places, so that work in one place can be read in another. It is drawn with a double edge.',
    },
    clause: {
      term: 'Clause',
      text: 'The very words in a text that people are held to: a paragraph, a criterion, a box in a form, with its number if it has one. Two clauses that set different numbers are worth a link.',
    },
    hierarchy: {
      term: 'Hierarchy of texts',
      text: 'How texts govern texts: a law authorises a regulation, which mandates a guideline, which is the source of a form. It is not a tree: a text may have several parents, and some links run upward.',
    },
    level: {
      term: 'Level and rank',
      text: 'The level is your name for a layer, such as ministry, county or office; the rank is its place from the top. Where you give no rank it is found from the links.',
    },
    link: {
      term: 'Link and relation',
      text: 'A link says what one text, clause, step or actor does to another: authorises, limits, measures, conflicts with. The list of relations can be extended with your own.',
    },
    claim: {
      term: 'Claim, basis and evidence',
      text: 'A claim is your reason for a link, step or flow, and its basis says who is speaking: the text itself, an informant, what you saw, the literature, or your own inference. Claims for and against stand side by side; what has none is drawn dotted.',
    },
    activation: {
      term: 'Activation',
      text: 'A text does nothing until somebody reads it, fills it in, cites it or keeps clear of it. An activation notes that moment: which passage, which text or clause, who, how, and with which stance.',
    },
    stance: {
      term: 'Stance',
      text: 'What a person does with a clause: follows, adapts, skips, resists, or cannot. In the table of clauses and informants, silent means that nothing they said was indexed to it.',
    },
    work: {
      term: 'Work',
      text: 'Everything people do that takes time, effort and intention, whether or not anybody pays for it or writes it down. Waiting in line, keeping a relation warm and filling in the form at night are all work.',
    },
    workAccount: {
      term: 'Work account',
      text: 'What a passage tells about doing something: what, with whom, with what, under which circumstances, with how much time and effort. It keeps the concrete telling before any code makes it general.',
    },
    invisible: {
      term: 'Invisible work',
      text: 'Work that the institution’s own records do not show, although things would stop without it. It is drawn with a dashed outline.',
    },
    process: {
      term: 'Work process, step and flow',
      text: 'A process is a chain of steps that belong together, each with actors, a place, texts that go in and texts that come out. Flows say how one step leads to another: then, if, at the same time, back again.',
    },
    perspective: {
      term: 'Perspective and variant',
      text: 'The formal process is how texts say it goes, the told one how people say it goes, the observed one what you saw. Variants are the same process in another service, office or person’s hands.',
    },
    disjuncture: {
      term: 'Disjuncture',
      text: 'A break between what people know from doing the work and what the institution’s texts know of it. It has two sides, each with its own evidence, and is seen from a standpoint.',
    },
    thread: {
      term: 'Thread',
      text: 'A line you follow from something said at the entry level to the texts and people elsewhere that shape it. Where the next link has not been found yet, the thread shows the gap.',
    },
    circuit: {
      term: 'Circuit',
      text: 'A closed walk in which work becomes a text that comes back to govern the work: figures are reported, measured, and return as a demand. The program finds closed walks in your links; you say which are worth a name.',
    },
    term: {
      term: 'Institutional term',
      text: 'A word such as “follow-up” that sounds like a description and hides who does what. The watch list marks such words, in transcripts and in your own codes, and asks what they consist of here.',
    },
    questions: {
      term: 'Standing questions',
      text: 'Four questions to ask of every transcript: what work is being done, whose work it is linked to, what makes it happen, and which institutional setting it belongs to. Answering with passages shows what has not been asked yet.',
    },
    map: {
      term: 'Map',
      text: 'A drawing of part of your model: steps in lanes along weeks, or texts by rank. Every box and arrow opens its evidence, and taking something off a map never deletes it.',
    },
  },
} as const
