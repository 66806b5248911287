/**
 * Version of what phones queue: raised when the meaning of a queued command changes. The server takes the one before as well; a
 * field that was added has a default, so that an older phone may leave it out.
 */
export const CONTRACT_VERSION = 1
