// The door of command: what the processes may call.
export { settleZeroCases, startCommandWorker, takeMorningsEverywhere } from './command.jobs.ts'
