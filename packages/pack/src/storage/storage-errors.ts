/** The device has no room. The screen keeps what was typed and says so; nothing was changed. */
export class StorageFull extends Error {
  override name = 'StorageFull'
}

export class UnknownEntry extends Error {
  override name = 'UnknownEntry'
}

/** Only what the server stored may leave the outbox by itself. */
export class NotStored extends Error {
  override name = 'NotStored'
}

/** Only what asks for a person may be given up by her. */
export class NotParked extends Error {
  override name = 'NotParked'
}
