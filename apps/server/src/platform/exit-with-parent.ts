/**
 * Loaded first (`node --import`) by every process the product starts: when the parent is killed its channel
 * closes, and this process stops as if told to, instead of keeping a port and a database for nobody.
 */
const GRACE_MS = 60_000

if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), GRACE_MS).unref()
  })
  // The channel alone must not keep a finished program running.
  process.channel.unref()
}
