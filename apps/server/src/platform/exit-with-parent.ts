/**
 * Loaded first (`node --import`) by every process the product starts. Two manners of ending in one place:
 * when the parent is killed its channel closes, and this process stops as if told to, instead of keeping a port
 * and a database for nobody; and a signal that arrives twice (Ctrl-C reaches the whole group, parents pass it on)
 * counts once, so that the second cannot cut off an orderly end.
 */
const GRACE_MS = 60_000
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

let told = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Registered before the program's own listeners, so it runs while even its `once` listeners still count.
  process.on(signal, () => {
    const programListens = process.listenerCount(signal) > 1
    if (!told && !programListens) process.exit(EXIT_CODES[signal])
    told = true
  })
}

// `send` exists in every process started with a channel, `connected` only as long as the parent lives.
if (process.send) {
  if (process.connected) process.once('disconnect', endAlone)
  else endAlone()
  // The channel alone must not keep a finished program running.
  process.channel?.unref()
}

function endAlone(): void {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), GRACE_MS).unref()
}
