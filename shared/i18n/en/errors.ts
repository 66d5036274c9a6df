import type { ErrorCode } from '../../contract/errors.ts'
import { meetingErrorTexts } from './meeting-errors.ts'

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
  ...meetingErrorTexts,
  'folder.isOff': {
    message: 'No shared folder is in use.',
    hint: 'Nothing was sent or received. Choose a folder and its passphrase first.',
  },
  'folder.gone': {
    message: 'The shared folder is not there: {{path}}.',
    hint: 'Your work is saved in the project. Exchange goes on when the folder is back; if it was moved, choose it again.',
  },
  'folder.emptied': {
    message: 'The shared folder is there, but not what this project had in it: {{path}}.',
    hint: 'Your work is saved in the project. If the drive or the service is not connected, connect it, and the exchange goes on. If the folder was made anew, choose “Stop using it” and then the folder again: everything is written anew.',
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
  'history.nothingToUndo': {
    message: 'There is nothing to undo.',
    hint: 'Nothing was changed. Undo goes back through the last 200 of your own changes on this device, also those from before the project was opened.',
  },
  'history.nothingToRedo': {
    message: 'There is nothing to do again.',
    hint: 'Nothing was changed. Redo is possible after an undo, until the next change.',
  },
  'history.overruledUndo': {
    message: 'Nothing is left of that change to undo: somebody else has changed the same since.',
    hint: 'Nothing was changed. Undo once more takes back the change before it; Compare shows what two people changed.',
  },
  'history.overruledRedo': {
    message:
      'Nothing is left of that change to do again: somebody else has changed the same since.',
    hint: 'Nothing was changed. Redo once more goes on to the change after it; Compare shows what two people changed.',
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
