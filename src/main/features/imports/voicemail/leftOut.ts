// Why something is left out, where several sources leave it out.

export const introductionLeftOut = 'The introduction to a forwarded message is not imported, only the message.'
export const linkLeftOut = 'It is a link or no file, and is not followed.'
