import type { MeetingErrorCode } from '../../contract/errors.ts'
import type { ErrorText } from './errors.ts'

/** The sentences for what is refused where people meet: bundles, live sessions, rounds, differences. */
export const meetingErrorTexts: Record<MeetingErrorCode, ErrorText> = {
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
}
