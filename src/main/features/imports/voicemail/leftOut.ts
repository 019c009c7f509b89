// Why something is left out, where several sources leave it out.

export const introductionLeftOut = 'The introduction to a forwarded message is not imported, only the message.'
export const greetingLeftOut = 'The greeting is not in use: the mailbox plays another one, or none.'
export const linkLeftOut = 'It is a link or no file, and is not followed.'
