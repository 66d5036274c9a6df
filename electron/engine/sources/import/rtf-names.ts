/** Groups whose words are no part of the text, even without the mark for unknown ones. */
export const unreadGroups = new Set(
  'colortbl info pict object header headerl headerr headerf footer footerl footerr footerf filetbl listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles fldinst xmlnstbl bkmkstart bkmkend annotation atnid atnauthor atndate mmathPr pgdsctbl ftnsep ftnsepc aftnsep aftnsepc nonshppict pntxta pntxtb tc xe shpinst do'.split(
    ' ',
  ),
)

/** Code pages by the number of a font's character set. */
export const charsets: Record<number, string> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
}

/** Control words that stand for one character. */
export const characters: Record<string, string> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
