import { Group, Text } from '@mantine/core'
import { IconVolumeOff } from '@tabler/icons-react'
import type { Ref } from 'react'
import { AudioPlayer, type AudioPlayerHandle } from '../AudioPlayer/AudioPlayer.tsx'
import { MessageStep } from '../AudioPlayer/MessageStep.tsx'
import { formatDuration } from '../../format/durations.ts'
import { ArchivedMessageNote } from './ArchivedMessageNote.tsx'
import { hasTranscript, type ListedMessage } from './messages.ts'
import { formatReceivedInFull } from './received.ts'
import classes from './VoicemailList.module.css'

export type MessagePlayerProps = {
  message: ListedMessage
  /** Whether any message of the list has a transcript: the room for one is then kept, so that the list does not move. */
  transcribed: boolean
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  ref: Ref<AudioPlayerHandle>
}

/** The chosen message: who called, the player or why there is none, the transcript. */
export function MessagePlayer({ message, transcribed, onPrevious, onNext, ref }: MessagePlayerProps) {
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
      {message.playable ? (
        <AudioPlayer
          key={message.url}
          ref={ref}
          url={message.url}
          label={`message from ${message.caller}, ${received}`}
          seconds={message.seconds}
          onPrevious={onPrevious}
          onNext={onNext}
        />
      ) : (
        <Unplayable message={message} onPrevious={onPrevious} onNext={onNext} />
      )}
      {hasTranscript(message) && (
        <Text size="xs" c="dimmed" className={classes.transcript} title={message.transcript ?? undefined}>
          {message.transcript}
        </Text>
      )}
      {message.archive !== null && <ArchivedMessageNote key={message.url} place={message.archive} />}
    </div>
  )
}

const formatNames: Readonly<Record<string, string>> = { gsm: 'GSM 6.10', 'wav-gsm': 'GSM 6.10 in a WAV file' }

function Unplayable({ message, onPrevious, onNext }: Pick<MessagePlayerProps, 'message' | 'onPrevious' | 'onNext'>) {
  return (
    <Group gap="sm" mih={56} wrap="nowrap">
      <Group gap={4} wrap="nowrap">
        <MessageStep to="previous" onClick={onPrevious} />
        <IconVolumeOff size={18} aria-hidden />
        <MessageStep to="next" onClick={onNext} />
      </Group>
      <Text size="sm">
        {formatDuration(message.seconds)} of {formatNames[message.format] ?? message.format}, a format that is not
        played here. The message is archived as it is.
      </Text>
    </Group>
  )
}
