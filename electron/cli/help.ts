const exitCodes = 'Exit codes: 0 done, 1 refused with a reason, 2 wrong usage.'

export const help = `standpoint: qualitative analysis on the command line

  new FILE [--title T] [--analyst NAME]
  new FILE --sample [--lang en|nb]   the sample project
  import FILE PATH... [--kind K] [--reflow auto|on|off] [--survey row|column] [--again]
  list FILE sources|codes|codings|passages|memos|activity
            texts|links|clauses|activations|actors|sites|processes|steps|flows|maps
            disjunctures|threads|circuits|terms|rounds|persons|cases|attributes
  show FILE source ID [--text]
  run FILE COMMANDS.jsonl            one command a line; - reads standard input
  search FILE QUERY [--forms] [--spellings] [--compounds] [--limit N]
                                     hits in context; the language is in shared/text/search/SPEC.md
  ask FILE QUESTION [--limit N]      passages, such as 'coded "Waiting" overlapping coded "Calls"';
                                     the language is in shared/analysis/question/SPEC.md
  query FILE NAME [ARGS-JSON]
  export FILE codebook --format docx|xlsx|csv|md|html|tex|qdc -o OUT [--lang en|nb]
                       [--layout sections|table] [--examples N]
  export FILE inventory|links|steps|flows|clauses|activations|disjunctures|threads
                       --format docx|xlsx|csv|md|html|tex -o OUT [--lang en|nb] [--process ID]
  export FILE informants|cases|quotes
                       --format docx|xlsx|csv|md|html|tex -o OUT [--lang en|nb]
  export FILE who-did-what|reconciliation|discussion|audit
                       --format docx|xlsx|csv|md|html|tex -o OUT [--lang en|nb]
  export FILE map [--map ID] --format svg|pdf|png|dot|mermaid|docx|xlsx|csv|md|html|tex -o OUT
                       [--preset "notation"|"red-blue-grey"|"black and white"] [--lang en|nb]
                       [--shown over|apart|PROCESS-ID] [--paper A4|A3] [--sheets auto|one|several]
  export FILE matrix --format docx|xlsx|csv|md|html|tex -o OUT [--lang en|nb]
                       [--rows AXIS] [--columns AXIS] [--question QUESTION] [--empty]
                       [--measure passages|sources|words|codings|quotes] [--order given|name|total]
                       [--together overlapping|within|containing|"same turn"|near|"followed by"]
                       AXIS: codes, codes-with-subcodes, set:NAME, code-sets, sources, source-kinds,
                       source-levels, folders, persons, persons-present, roles, cases, attribute:NAME,
                       dated:UNIT, coded:UNIT (day, week, month, year), analysts, standing-questions,
                       texts, actors, terms, activation-modes, activation-stances
  export FILE figure --figure frequencies|tree|network|saturation|time --format svg|pdf|png -o OUT
                       [--set CODE-SET] [--question QUESTION] [--order sources|dates]
                       [--of sources|codings] [--unit day|week|month|year] [--lang en|nb]
                       [--measure passages|sources|words|codings] [--preset "black and white"]
                       [--caption TEXT] [--alt TEXT]
         --figure attribute --of ATTRIBUTE, --figure portrait|talk --of SOURCE, likewise
  export FILE account [--account TITLE] --format docx|md|tex -o OUT [--lang en|nb]
  export FILE segments|memos|sources|methods|coreq|srqr
                       --format docx|xlsx|csv|md|html|tex -o OUT [--lang en|nb] [--context]
                       [--by codes|sources|persons|cases|none] [--codes ID,ID] [--question QUESTION]
                       any export: --check lists what could tell who somebody is and writes nothing;
                       --key-file TABLE looks for the real names in it, too
  report FILE PRESET -o FOLDER       makes all files of a set of outputs again
  agreement FILE --a NAME --b NAME [--with NAME]... --unit character|token|sentence|turn|passage
                       [--overlap 0..1] [--scope all|coded] [--codes ID,ID] [--sources ID,ID]
                       [--round ROUND]
  agreement --matrix FILE.json       coefficients of bare data, see docs/agreement.md
  bundle FILE -o OUT [--since STATE] a file for a partner: everything, or what is new since a state
                                     of theirs (their name, a bundle of theirs, or a state itself)
  merge FILE OTHER                   takes over what a bundle or a copy of the project holds
  join BUNDLE FILE [--analyst NAME]  a project of one’s own from a bundle that holds everything
  folder FILE use PATH --passphrase-stdin
                                     meets through a shared folder from now on
  folder FILE exchange|status|leave  exchanges now; says what came and what is waited for; stops
  check FILE [--rebuild] [--repair]
  backup FILE OUT
  contract                           every command, query and event with its JSON Schema

  --json             answers for machines
  --password-stdin   the password of the project is the first line of standard input
  --passphrase-stdin the passphrase of the bundle is the first line of standard input, or the
                     second one after the password
  --help, --version

A line of COMMANDS.jsonl is {"command": NAME, "args": {...}}; each is answered by one line,
{"ok":true,"value":...} or {"ok":false,"error":{...}}, printed when the change is durable.
A line that is refused does not stop the ones after it; the exit code is 1 at the end.
A value that begins with a hyphen is written --title=-x, a file that does after --.
${exitCodes}
`

/**
 * The part of the help about the command among these words, and about what it is done to, where there
 * is one of its own; all of it for words that name no command.
 */
export function usageOf(words: readonly string[]): string {
  const entries = help.split(/\n(?= {2}[a-z])/).map((entry) => entry.split('\n\n')[0] ?? '')
  const ofVerb = entries.filter((entry) => words.includes(/^ {2}(\w+)/.exec(entry)?.[1] ?? ''))
  if (ofVerb.length === 0) return help
  const ofThing = ofVerb.filter((entry) =>
    (/^ +\w+ FILE ([\w|-]+)/.exec(entry)?.[1] ?? '')
      .split('|')
      .some((thing) => words.includes(thing)),
  )
  const shown = ofThing.length > 0 ? ofThing : ofVerb
  return [...shown, '', '“standpoint help” tells of all commands.', exitCodes].join('\n')
}
