import type { ErrorCode } from '../../contract/errors.ts'

/** `message`: what happened and why. `hint`: what was kept and what to do next. */
export interface ErrorText {
  message: string
  hint: string
}

/**
 * The sentences for every refusal; the window and the command line use the same ones.
 * `{{name}}` is filled from the details of the failure; a name without a detail leaves no gap.
 */
export const errorTexts: Record<ErrorCode, ErrorText> = {
  'args.invalid': {
    message: 'The request was not understood: {{problem}}.',
    hint: 'Nothing was changed. Check the values that were given and try again.',
  },
  'args.unknownName': {
    message: 'There is no command or query called {{name}}.',
    hint: 'Nothing was changed. The command “standpoint contract” lists all names.',
  },
  'project.notOpen': {
    message: 'No project is open.',
    hint: 'Nothing was changed. Open a project or make a new one first.',
  },
  'project.exists': {
    message: 'There is already something at {{path}}.',
    hint: 'It was left as it is. Choose another name, or open the project if there is one.',
  },
  'project.notFound': {
    message: 'There is no project file at {{path}}.',
    hint: 'It may have been moved, renamed, or lie on a drive that is not connected. Find the file and open it from where it is now.',
  },
  'project.notAProject': {
    message: 'The file {{path}} is not a Standpoint project.',
    hint: 'The file was left as it is. Choose a file whose name ends in .standpoint; interviews and documents are brought in with Import.',
  },
  'project.locked': {
    message: 'The project {{path}} is already open in another window or program.',
    hint: 'Nothing was changed. Close it there first, or open it here to read only.',
  },
  'project.newerFormat': {
    message:
      'The project was saved by a newer version of Standpoint and cannot be read by this one.',
    hint: 'The file was left as it is. Install the newest version of Standpoint and open it again.',
  },
  'project.damaged': {
    message: 'The project file {{path}} is damaged: {{problem}}.',
    hint: 'The file was left as it is. Restore the newest backup as a new file, or save what can be read: the window offers it, and so does “standpoint check --repair”.',
  },
  'project.needsPassword': {
    message: 'The project {{path}} is protected by a password.',
    hint: 'Nothing was changed. Give the password to open it.',
  },
  'project.wrongPassword': {
    message: 'The password does not open this project.',
    hint: 'Nothing was changed. Try again; look out for Caps Lock and the keyboard language. A lost password cannot be recovered.',
  },
  'project.readOnly': {
    message: 'The project is open to read only, so it cannot be changed here.',
    hint: 'Nothing was changed. Close it in the other window or program and open it again to work in it.',
  },
  'project.diskFull': {
    message: 'The disk is full, so the last change could not be saved.',
    hint: 'Everything up to the change before it is saved. Free some space on the disk and do the last step again.',
  },
  'project.fileGone': {
    message: 'The project file {{path}} has been moved or deleted while it was open.',
    hint: 'The last change was not saved. Put the file back where it was, or save a backup to a new place now, and open that.',
  },
  'project.notWritable': {
    message: 'It is not possible to write to {{path}}.',
    hint: 'Nothing was changed. Choose a folder in which you may save files, or change the permissions of this one.',
  },
  'project.notSaved': {
    message: 'The last change could not be saved: {{problem}}.',
    hint: 'Everything up to the change before it is saved. Do the last step again; if it fails once more, make a backup to another place.',
  },
  'source.notFound': {
    message: 'The source is no longer in the project.',
    hint: 'Nothing was changed. It may have been deleted; Undo brings it back.',
  },
  'source.duplicate': {
    message: 'The file {{path}} is already in the project as “{{title}}”.',
    hint: 'It was not imported a second time, and the source you have was left as it is. Choose “Import anyway” (on the command line --again) if you want it twice.',
  },
  'source.noOriginal': {
    message:
      'The source “{{title}}” has no original file to import again; it was written in the program.',
    hint: 'The source was left as it is. Change its text in edit mode instead.',
  },
  'source.rangeInvalid': {
    message: 'The place from {{start}} to {{end}} is not inside the text of {{length}} characters.',
    hint: 'The text was left as it is. The text may have changed; select the place again.',
  },
  'source.textChanged': {
    message: 'The text of “{{title}}” has been changed since it was read.',
    hint: 'Nothing was changed, so that nothing lands in the wrong place. Read the text again and repeat the edit.',
  },
  'code.notFound': {
    message: 'The code is no longer in the project.',
    hint: 'Nothing was changed. It may have been deleted or merged; Undo brings it back.',
  },
  'code.nameTaken': {
    message: 'There is already a code called “{{name}}” in the same place.',
    hint: 'Nothing was changed. Choose another name, or merge the two codes.',
  },
  'code.nameEmpty': {
    message: 'A code needs a name.',
    hint: 'Nothing was changed. Write at least one letter or digit.',
  },
  'code.cycle': {
    message: 'A code cannot be moved or merged into itself or one of its own sub-codes.',
    hint: 'The code tree was left as it is. Choose a place outside the code.',
  },
  'codeSet.notFound': {
    message: 'The code set is no longer in the project.',
    hint: 'Nothing was changed. It may have been deleted; Undo brings it back.',
  },
  'folder.notFound': {
    message: 'The folder is no longer in the project.',
    hint: 'Nothing was changed. It may have been deleted; Undo brings it back.',
  },
  'folder.cycle': {
    message: 'A folder cannot be moved into itself or one of its own folders.',
    hint: 'The folders were left as they are. Choose a place outside the folder.',
  },
  'person.notFound': {
    message: 'The person is no longer in the project.',
    hint: 'Nothing was changed. The person may have been deleted; Undo brings them back.',
  },
  'analyst.notFound': {
    message: 'The analyst is not known in this project.',
    hint: 'Nothing was changed. Choose one of the analysts of the project, or add a new one.',
  },
  'passage.notFound': {
    message: 'The passage is no longer in the project.',
    hint: 'Nothing was changed. It may have been removed; Undo brings it back.',
  },
  'passage.empty': {
    message: 'The selection holds no words, so there is nothing to code.',
    hint: 'Nothing was changed. Select at least one word of the text.',
  },
  'passage.rangeInvalid': {
    message: 'The place from {{start}} to {{end}} is not inside the text of the source.',
    hint: 'Nothing was coded. The text may have changed; select the words again.',
  },
  'coding.notFound': {
    message: 'The coding is no longer in the project.',
    hint: 'Nothing was changed. It may have been removed; Undo brings it back.',
  },
  'memo.notFound': {
    message: 'The memo is no longer in the project.',
    hint: 'Nothing was changed. It may have been deleted; Undo brings it back.',
  },
  'memo.badUpdate': {
    message: 'The last change to the memo could not be understood and was not saved.',
    hint: 'The memo is kept as it was before. Copy what you wrote last, open the memo again and paste it in.',
  },
  'thing.notFound': {
    message: 'There is no {{type}} with the id {{id}} in this project, or it was deleted.',
    hint: 'Nothing was changed. If it was deleted, undo brings it back; otherwise look at the list again.',
  },
  'thing.nameEmpty': {
    message: 'A name is needed, and it was empty.',
    hint: 'Nothing was changed. Give it a name of at least one letter.',
  },
  'attribute.nameTaken': {
    message: 'There is an attribute “{{name}}” already.',
    hint: 'Nothing was changed. Choose another name, or use the one that is there.',
  },
  'attribute.valuesDoNotFit': {
    message:
      'Of “{{name}}”, {{count}} values cannot be read as the new type, the first “{{value}}”.',
    hint: 'Nothing was changed. Correct these values first, or choose Text.',
  },
  'table.notReadable': {
    message: 'The table {{path}} cannot be read.',
    hint: 'Nothing was taken in. Save it as .xlsx or .csv and try again.',
  },
  'table.empty': {
    message: 'There are no rows to take in from {{path}}.',
    hint: 'Nothing was changed. The first row names the columns, and each row below it one person, case or source.',
  },
  'table.noNames': {
    message: 'No column of {{path}} says who or what the rows are about.',
    hint: 'Nothing was taken in. Say which column has the names.',
  },
  'value.notOfType': {
    message: '“{{value}}” cannot be a value of “{{attribute}}”.',
    hint: 'Nothing was changed. Numbers are written as 12 or 3.5, dates as 2024, 2024-05 or 2024-05-17, yes and no as such; a choice needs one of its options.',
  },
  'clause.noText': {
    message:
      'It is not clear which text the clause belongs to: the source holds no registered text, or several.',
    hint: 'Nothing was changed. Choose the text, or link the source to its text in the register.',
  },
  'clause.empty': {
    message: 'A clause needs a wording or a place in its text.',
    hint: 'Nothing was changed. Select the words of the clause, or write where it stands.',
  },
  'relation.notFound': {
    message: 'There is no relation called “{{name}}”.',
    hint: 'Nothing was changed. Choose one of the list, or add it as a relation of your own first.',
  },
  'relation.nameTaken': {
    message: 'There is already a relation called “{{name}}”.',
    hint: 'Nothing was changed. Use the one that is there, or choose another name.',
  },
  'relation.inUse': {
    message: 'The relation “{{name}}” is used by {{count}} links.',
    hint: 'It was kept. Give those links another relation first.',
  },
  'link.toItself': {
    message: 'A link must join two different things.',
    hint: 'Nothing was changed. Choose another end.',
  },
  'link.supersedesCycle': {
    message: 'This would make a text supersede itself, through the texts between.',
    hint: 'Nothing was changed. Turn the link round, or correct the ones between.',
  },
  'claim.needsPassage': {
    message: '“{{basis}}” needs a passage that shows it.',
    hint: 'Nothing was changed. Choose the passage, or say “we infer”.',
  },
  'claim.textNotLinked': {
    message:
      '“The text says” needs a passage in a source that holds the text, and this one is from another source.',
    hint: 'Nothing was changed. Link the source to the text in the register, choose another passage, or another basis.',
  },
  'claim.noSpeaker': {
    message:
      '“An informant says” needs a passage in which somebody speaks, and this one has no speaker.',
    hint: 'Nothing was changed. Choose a passage from a turn of speech, or another basis such as “observed”.',
  },
  'step.otherProcess': {
    message: 'The steps do not belong to the same work process: {{name}}.',
    hint: 'Nothing was changed. Choose steps of one process.',
  },
  'activation.noText': {
    message: 'An activation needs a text or a clause.',
    hint: 'Nothing was changed. Choose the text that is read, filled in or cited.',
  },
  'activation.otherText': {
    message: 'The clause {{clause}} belongs to another text: {{text}}.',
    hint: 'Nothing was changed. Choose the clause alone; its text comes with it.',
  },
  'map.nothingToDraw': {
    message: 'There is nothing on the map “{{name}}” yet.',
    hint: 'No file was written. Put steps or texts on the map first.',
  },
  'analysis.notUnderstood': {
    message: 'The question is not understood at character {{at}}. {{problem}}.',
    hint: 'Nothing was looked for. Names stand in quotation marks, as they are written in the project; # and an id say which of several.',
  },
  'analysis.tooManyCells': {
    message: 'The matrix would have {{cells}} cells.',
    hint: 'Nothing was counted. Choose fewer rows or columns: at most {{most}} cells can be shown.',
  },
  'analysis.nothingToCode': {
    message: 'No passage answers the question, so there is nothing to code.',
    hint: 'Nothing was changed. Take a condition away, and see what is found then.',
  },
  'sync.otherProject': {
    message: '“{{title}}” is another project.',
    hint: 'Nothing was changed. Choose a bundle or a copy of the project that is open.',
  },
  'sync.missesEarlier': {
    message: 'It rests on changes that are not in this project.',
    hint: 'Nothing was changed. Ask your partner for a bundle with everything, or merge the earlier ones first.',
  },
  'sync.damaged': {
    message: '{{path}} is incomplete or was changed on its way.',
    hint: 'Nothing of it was taken in. Copy it again, or ask your partner to send it again.',
  },
  'sync.badState': {
    message: 'This is not what a copy of a project holds.',
    hint: 'Nothing was done. Give the name of an analyst, a bundle of theirs, or a state as “sync.state” printed it.',
  },
  'sync.notABundle': {
    message: '{{path}} is neither a bundle nor a project of Standpoint.',
    hint: 'Nothing was changed. Choose a file that your partner made with “Share”.',
  },
  'sync.needsPassphrase': {
    message: '{{path}} is sealed with a passphrase.',
    hint: 'Nothing was changed. Ask your partner for the passphrase.',
  },
  'sync.wrongPassphrase': {
    message: 'The passphrase does not open {{path}}.',
    hint: 'Nothing was changed. Upper and lower case count; ask your partner if in doubt.',
  },
  'sync.newerFormat': {
    message: '{{path}} was made by a newer version of Standpoint.',
    hint: 'Nothing was changed. Install the newest version on this machine too.',
  },
  'sync.isPart': {
    message: '{{path}} holds only what is new since an earlier state.',
    hint: 'No project was made. To begin, ask your partner for a bundle with everything.',
  },
  'sync.unknownState': {
    message: 'It is not known what {{name}} holds.',
    hint: 'Nothing was written. Make a bundle with everything; once you have merged one of theirs, it is known.',
  },
  'folder.isOff': {
    message: 'No shared folder is in use.',
    hint: 'Nothing was sent or received. Choose a folder and its passphrase first.',
  },
  'folder.gone': {
    message: 'The shared folder is not there: {{path}}.',
    hint: 'Your work is saved in the project. Exchange goes on when the folder is back; if it was moved, choose it again.',
  },
  'folder.holdsProject': {
    message: 'The project itself lies in this folder: {{path}}.',
    hint: 'Nothing was changed. A service that copies the folder would damage the open project; move the project to a folder of your own, or choose another folder to share.',
  },
  'folder.closedFiles': {
    message: 'Files in the shared folder that the passphrase does not open: {{count}}.',
    hint: 'They are left alone. If a partner is missing, compare your passphrases.',
  },
  'folder.foreignFiles': {
    message: 'Files of another project in the shared folder: {{count}}.',
    hint: 'They are left alone.',
  },
  'folder.newerFiles': {
    message: 'Files in the shared folder that a newer version of Standpoint wrote: {{count}}.',
    hint: 'They wait. Install the newest version on this machine too.',
  },
  'folder.incompleteFiles': {
    message: 'Files in the shared folder that are not complete: {{count}}.',
    hint: 'They are tried again when they change: most are just on their way. If it stays so, ask your partner to exchange once more.',
  },
  'settle.noReason': {
    message: 'A decision needs a reason.',
    hint: 'Nothing was changed. Write in a few words why, for your partner and for the method chapter; or put it off.',
  },
  'settle.cannotRecode': {
    message: 'This cannot be settled with another code.',
    hint: 'Nothing was changed. Choose a code that is in the project, for an item about a code or a coding.',
  },
  'settle.gone': {
    message: 'What was to be settled is no longer there.',
    hint: 'Nothing was changed. Look at the list again.',
  },
  'live.alreadyOn': {
    message: 'A live session is already on.',
    hint: 'It goes on. End it first.',
  },
  'live.notHosting': {
    message: 'This device does not host a live session.',
    hint: 'Nothing was changed. Open a session first.',
  },
  'live.notAGuest': {
    message: 'This device is not in anybody’s live session.',
    hint: 'Nothing was changed.',
  },
  'live.needsAnalyst': {
    message: 'It is not known who works at this device.',
    hint: 'Nothing was opened. Say who you are, then try again.',
  },
  'live.cannotListen': {
    message: 'The session could not be opened: {{problem}}.',
    hint: 'Nothing was opened. Another program may use the port; try again.',
  },
  'live.badInvitation': {
    message: 'This is not an invitation.',
    hint: 'Nothing was sent. Copy the whole link that the host gave you, from “standpoint:” to its end.',
  },
  'live.invitationExpired': {
    message: 'The invitation has expired.',
    hint: 'Nothing was changed. Ask the host for a new one.',
  },
  'live.invitationUsed': {
    message: 'The invitation has been used already.',
    hint: 'Nothing was changed. An invitation lets one guest in, once; ask the host for a new one.',
  },
  'live.wrongInvitation': {
    message: 'The host does not know this invitation.',
    hint: 'Nothing was changed. The session it was for may have ended; ask the host for a new one.',
  },
  'live.unknownGuest': {
    message: 'Nobody of that name waits or is here.',
    hint: 'Nothing was changed. They may have gone in the meantime.',
  },
  'live.neverAdmitted': {
    message: 'No host has admitted this device yet.',
    hint: 'Nothing was changed. Ask the host for an invitation.',
  },
  'live.wrongFingerprint': {
    message: 'What answers at the host’s address is not the host.',
    hint: 'Nothing was sent to it. Ask the host for a new invitation, and whether somebody else may be on the network.',
  },
  'live.unreachable': {
    message: 'The host could not be reached.',
    hint: 'Your project is as it was. Check that both are on the same network and that no firewall keeps the program out.',
  },
  'live.turnedAway': {
    message: 'The host did not let this device in.',
    hint: 'Your project is as it was. Talk with the host.',
  },
  'live.removed': {
    message: 'The host has ended your being in the session.',
    hint: 'Everything you did is in your own project. To come back you need a new invitation.',
  },
  'live.failed': {
    message: 'The live session broke off: {{problem}}.',
    hint: 'What had come is in your project. Start the session again.',
  },
  'live.badAddress': {
    message: '“{{address}}” is not the address of a server.',
    hint: 'Nothing was sent. It begins with wss://; ask whoever runs the server.',
  },
  'live.notSealed': {
    message: 'The connection to {{address}} would not be encrypted.',
    hint: 'Nothing was sent. Use an address that begins with wss://; ws:// is for this computer only.',
  },
  'live.noServer': {
    message: 'No server is set up for this project on this device.',
    hint: 'Nothing was changed. Give its address and your token first.',
  },
  'live.wrongToken': {
    message: 'The server does not let this device in with this token, or only to read.',
    hint: 'Your project is as it was. Ask whoever runs the server for a token for this project.',
  },
  'live.serverCertificate': {
    message: 'The server’s certificate cannot be trusted.',
    hint: 'Nothing was sent to it, and your project is as it was. Check the address. If it is right, tell whoever runs the server: the certificate may have expired, or be for another name. If your institution issues certificates itself, IT support must first install its root certificate on this computer.',
  },
  'live.serverTooLarge': {
    message: 'The server does not take something as large as what was to be sent.',
    hint: 'Everything is in your own project. Ask whoever runs the server to allow larger messages.',
  },
  'live.serverUnreachable': {
    message: 'The server could not be reached.',
    hint: 'Your project is as it was. Check the address and your network; it is tried again.',
  },
  'round.notFound': {
    message: 'The round was not found; it may have been deleted.',
    hint: 'Nothing was changed. See the list of rounds.',
  },
  'round.notTakingPart': {
    message: 'You do not take part in the round “{{round}}”.',
    hint: 'Nothing was changed. Who takes part is said when a round is made.',
  },
  'round.closed': {
    message: 'The round “{{round}}” is closed: nothing in it can be changed any more.',
    hint: 'Nothing was changed. As long as not all have closed you can open your own part again.',
  },
  'round.notClosed': {
    message: 'Not all have closed the round “{{round}}” yet.',
    hint: 'Nothing was changed. When all have closed it, what they agree on can be taken over.',
  },
  'round.missingLayer': {
    message:
      'All have closed the round “{{round}}”, but what {{names}} coded has not come here yet.',
    hint: 'Nothing was changed. Exchange with them once more; layers are sent by whoever knows that all have closed.',
  },
  'round.begun': {
    message:
      'Somebody has begun to code in the round “{{round}}”, so its sources and codes stay as they are.',
    hint: 'The round is as it was. You can rename it, or make a new one.',
  },
  'round.otherSource': {
    message: 'You are in the round “{{round}}”, and this source is not part of it.',
    hint: 'Nothing was coded. Leave the round to code other sources.',
  },
  'round.otherCode': {
    message: 'The round “{{round}}” does not use the code “{{code}}”.',
    hint: 'Nothing was coded. Choose one of the codes of the round, or leave the round.',
  },
  'round.onlyCodings': {
    message:
      'In the blind round “{{round}}” a passage can have codes, a comment and a weight, nothing else.',
    hint: 'Nothing was written. A memo or a claim would tell the others of your passage; write a comment on the coding instead.',
  },
  'round.textFrozen': {
    message: 'The text cannot be changed while the blind round “{{round}}” is open.',
    hint: 'The text is as it was. All must read the same words; edit it when all have closed the round.',
  },
  'history.nothingToUndo': {
    message: 'There is nothing to undo.',
    hint: 'Nothing was changed. Undo goes back through the last 200 of your own changes on this device, also those from before the project was opened.',
  },
  'history.nothingToRedo': {
    message: 'There is nothing to do again.',
    hint: 'Nothing was changed. Redo is possible after an undo, until the next change.',
  },
  'search.badQuery': {
    message: 'The search could not be understood: {{query}}.',
    hint: 'Write one or more words, or put quotation marks around words that must stand together.',
  },
  'search.changed': {
    message:
      'There are {{found}} places now, not {{expected}}: the texts have changed. Nothing was coded.',
    hint: 'Look through the places again and code them then.',
  },
  'search.slowPattern': {
    message: 'The search was stopped: /{{pattern}}/ tries too many ways through the text.',
    hint: 'Make the pattern simpler; repetitions inside repetitions, such as (a+)+, are the usual cause.',
  },
  'file.notFound': {
    message: 'There is no file or folder at {{path}}.',
    hint: 'Nothing was changed. It may have been moved or renamed; find it and try again.',
  },
  'file.notAFile': {
    message: '{{path}} is not a file but a folder or a device.',
    hint: 'Nothing was changed. Choose the files in the folder, one by one or all at once.',
  },
  'file.notReadable': {
    message: 'The file {{path}} cannot be read: {{problem}}.',
    hint: 'Nothing was changed. Close it in other programs, or check that you may open it, and try again.',
  },
  'file.notWritable': {
    message: 'The file {{path}} cannot be written: {{problem}}.',
    hint: 'The project is unchanged, and no half file was left. Choose another folder, or close the file in other programs.',
  },
  'file.exists': {
    message: 'There is already something at {{path}}.',
    hint: 'It was left as it is. Choose another name.',
  },
  'import.empty': {
    message: 'The file {{path}} is empty.',
    hint: 'It was not imported; the other files are not affected. Open it in the program it comes from and save it again.',
  },
  'import.tooLarge': {
    message: 'The file {{path}} is too large to import ({{size}}; the limit is {{limit}}).',
    hint: 'It was not imported; the other files are not affected. Divide it into smaller files, or save only its text.',
  },
  'import.unknownFormat': {
    message: 'Standpoint does not know how to read the file {{path}}.',
    hint: 'It was not imported; the other files are not affected. Save it as .docx, .odt, .rtf, .pdf, .html, .txt, .md, .srt, .vtt or .csv and import that.',
  },
  'import.notThisFormat': {
    message: 'The file {{path}} ends in .{{expected}}, but its contents are something else.',
    hint: 'It was not imported; the other files are not affected. Open it in the program it comes from and save it again in the right format.',
  },
  'import.broken': {
    message: 'The file {{path}} is damaged and cannot be read.',
    hint: 'It was not imported; the other files are not affected. Open it in the program it comes from, save a new copy, and import that.',
  },
  'import.encrypted': {
    message: 'The file {{path}} is protected by a password.',
    hint: 'It was not imported; the other files are not affected. Save a copy without a password and import that.',
  },
  'import.noText': {
    message: 'The file {{path}} holds pictures of pages but no text; it was probably scanned.',
    hint: 'It was not imported; the other files are not affected. Run text recognition (OCR) on it first and import the result.',
  },
  'import.zipBomb': {
    message: 'The file {{path}} unpacks to far more than an ordinary document and may be harmful.',
    hint: 'It was not imported; the other files are not affected. Open it in the program it comes from and save it again, or save only its text.',
  },
  'import.notText': {
    message: 'The file {{path}} is not a text; it holds data that cannot be read as words.',
    hint: 'It was not imported; the other files are not affected. Choose the document itself, or save it as plain text first.',
  },
  'task.cancelled': {
    message: 'The work was stopped before it was done.',
    hint: 'Nothing was written, and everything is as it was before. Start it again when you are ready.',
  },
  'import.cancelled': {
    message: 'The import was stopped before {{path}} was brought in.',
    hint: 'Files imported before that are kept. Import the rest when you are ready.',
  },
  'exchange.notACodebook': {
    message: 'The file {{path}} is not a codebook Standpoint can read.',
    hint: 'No codes were added. Choose a .csv, .xlsx or .qdc file with one code to a row.',
  },
  'exchange.broken': {
    message: 'The codebook {{path}} is damaged: {{problem}}.',
    hint: 'No codes were added. Export it again from the program it comes from.',
  },
  'exchange.empty': {
    message: 'The codebook {{path}} holds no codes.',
    hint: 'Nothing was changed. Check that it is the right file.',
  },
  'exchange.unknownColumns': {
    message: 'The codebook {{path}} has no column with the names of the codes.',
    hint: 'No codes were added. Give the column the heading “name”, and if you like “parent” and “definition” to others.',
  },
  'export.noCodes': {
    message: 'There are no codes, and a .qdc file must hold at least one.',
    hint: 'Nothing was written to {{path}}. Make a code first, or choose another format.',
  },
  'leaks.noNames': {
    message: 'The key file {{path}} has no column of names.',
    hint: 'Nothing was read. Give the column with the real names the heading “name”, and the one with pseudonyms “pseudonym”.',
  },
  'backup.notFound': {
    message: 'There is no backup at {{path}}.',
    hint: 'The project is unchanged. Choose another backup from the list.',
  },
  'engine.stopped': {
    message:
      'The part of the program that keeps the project stopped unexpectedly and was started again.',
    hint: 'Everything that was saved is kept. Do the last step again if it is not there.',
  },
  internal: {
    message: 'Something went wrong inside Standpoint: {{problem}}.',
    hint: 'Everything saved before is kept, and this step was not done. Try again; if it happens once more, restart the program.',
  },
}
