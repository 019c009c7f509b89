import { CloseButton } from '@mantine/core'
import type { Ref } from 'react'
import { formatNames, type VoicemailRow } from '../../../../shared/voicemail/model.ts'
import type { AudioPlayerHandle } from '../../components/AudioPlayer/AudioPlayer.tsx'
import { listedMessage } from '../../components/VoicemailList/messages.ts'
import { MessagePlayer } from '../../components/VoicemailList/MessagePlayer.tsx'
import { formatBytes } from '../../format/bytes.ts'
import classes from './Voicemail.module.css'

export type MessageDockProps = {
  message: VoicemailRow
  autoPlay: boolean
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onClose: () => void
  ref: Ref<AudioPlayerHandle>
}

/** Under the rows: the opened message with its player, whose it was and whose it is. */
export function MessageDock({ message, autoPlay, onPrevious, onNext, onClose, ref }: MessageDockProps) {
  return (
    <section className={classes.dock} aria-label="Opened message">
      <div className={classes.dockHead}>
        <dl className={classes.facts}>
          {factsOf(message).map(([what, is]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{is}</dd>
            </div>
          ))}
        </dl>
        <CloseButton size="sm" aria-label="Close the message" onClick={onClose} />
      </div>
      <div className={classes.dockPlayer}>
        <MessagePlayer
          ref={ref}
          message={listedMessage(message, { kind: 'voicemail', id: message.id })}
          transcribed={false}
          autoPlay={autoPlay}
          onPrevious={onPrevious}
          onNext={onNext}
        />
      </div>
    </section>
  )
}

function factsOf({ extension, ownerThen, ownerNow, hidden, folder, format, bytes }: VoicemailRow) {
  const owner = ownerNow === null ? 'Free' : hidden ? `${ownerNow.name}, who does not hear it` : ownerNow.name
  return [
    ['Extension', extension],
    ['Owner then', ownerThen?.name ?? 'Not known'],
    ['Owner now', owner],
    ['Folder', folder],
    ['Format', `${formatNames[format]}, ${formatBytes(bytes)}`],
  ] as const
}
