/** Offered speeds; a voicemail is speech, so nothing beyond double is of use. */
export const playbackSpeeds = [0.75, 1, 1.25, 1.5, 2] as const
export type PlaybackSpeed = (typeof playbackSpeeds)[number]
