/** msg_UUID.wav, or intro_UUID and intro_msg_UUID for what was said before a message that was forwarded. */
export const messageFile = /^(intro_)?(?:msg_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:wav|mp3)$/i
/** greeting_1.wav to greeting_9.wav; the table says which is in use. */
export const greetingFile = /^greeting_(\d+)\.(?:wav|mp3)$/i
export const nameFile = /^recorded_name\.(?:wav|mp3)$/i
