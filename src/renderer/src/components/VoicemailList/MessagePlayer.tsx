import { Group, Text } from '@mantine/core'
import type { Ref } from 'react'
import { AudioPlayer, type AudioPlayerHandle } from '../AudioPlayer/AudioPlayer.tsx'
import { mediaAddress } from '../AudioPlayer/mediaAddress.ts'
import { ArchivedMessageNote } from './ArchivedMessageNote.tsx'
import { hasTranscript, type ListedMessage } from './messages.ts'
import { formatReceivedInFull } from './received.ts'
import { Transcript } from './Transcript.tsx'
import classes from './VoicemailList.module.css'

export type MessagePlayerProps = {
  message: ListedMessage
  /** Whether any message of the list has a transcript: the room for one is then kept, so that the list does not move. */
  transcribed: boolean
  autoPlay: boolean
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  ref: Ref<AudioPlayerHandle>
}

/** The chosen message: who called, the player, the transcript. */
export function MessagePlayer({ message, transcribed, autoPlay, onPrevious, onNext, ref }: MessagePlayerProps) {
  const received = formatReceivedInFull(message.receivedAt, message.timezone)
  return (
    <div className={classes.player} data-transcribed={transcribed || undefined}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text size="sm" fw={600} truncate title={message.caller}>
          {message.caller}
        </Text>
        <Text size="xs" c="dimmed" className={classes.received ?? ''}>
          {received}
        </Text>
      </Group>
      <AudioPlayer
        key={mediaAddress(message.place)}
        ref={ref}
        place={message.place}
        label={`message from ${message.caller}, ${received}`}
        seconds={message.seconds}
        autoPlay={autoPlay}
        steps={{ onPrevious, onNext }}
      />
      {hasTranscript(message) && (
        <Transcript key={`transcript ${mediaAddress(message.place)}`} text={message.transcript ?? ''} />
      )}
      {message.archive !== null && (
        // Not the player's key: of two siblings with one key React leaves the old ones standing.
        <ArchivedMessageNote key={`note ${mediaAddress(message.place)}`} place={message.archive} />
      )}
    </div>
  )
}
