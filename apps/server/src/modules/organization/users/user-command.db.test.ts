import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAccessApp, type AccessApp } from '../../../../test/access-app.ts'
import { runUserCommand } from './user-command.ts'

let app: AccessApp
beforeAll(async () => {
  app = await startAccessApp()
})
afterAll(() => app.close())

const run = (verb: string, userName = '', flags: { role?: string; scope?: string } = {}) =>
  runUserCommand(app.db, { verb, userName, ...flags })
const passwordIn = (lines: string[]) => /logs in with (\S+)/.exec(lines[0] ?? '')?.[1] ?? ''

describe('anye user', () => {
  it('adds an account that logs in, must change its password, and is listed', async () => {
    const lines = await run('add', 'Wei.Office', { role: 'county_office', scope: '522327' })
    const answer = await app.post('/auth/log-in', { userName: 'wei.office', password: passwordIn(lines) })
    expect(answer.body).toEqual({ secondFactor: false, mustChangePassword: true })
    expect((await run('list')).find((line) => line.startsWith('wei.office'))).toMatch(
      /active .*县指挥部办公室 册亨县/,
    )
    expect((await app.auditOf('access.command_line.add'))[0]).toMatchObject({
      actor_name: '命令行',
      after: { role: 'county_office', scope: ['522327'] },
    })
  })

  it('gives a new password and ends the sessions of the old one', async () => {
    const cookie = await app.signIn('office-522327')
    const lines = await run('password', 'office-522327')
    expect((await app.get('/api/me', cookie)).status).toBe(401)
    await app.signIn('office-522327', passwordIn(lines))
  })

  it('locks and unlocks', async () => {
    await run('lock', 'chief1-522327')
    await expect(app.signIn('chief1-522327')).rejects.toThrow(/401/)
    await run('unlock', 'chief1-522327')
    await app.signIn('chief1-522327')
  })

  it('refuses with a sentence and leaves nothing behind', async () => {
    await expect(run('add', 'someone', {})).rejects.toThrow(/--role: prefecture_chief/)
    await expect(run('add', 'someone', { role: 'township_clerk', scope: '522327' })).rejects.toThrow(
      /nine digits/,
    )
    await expect(run('add', 'office-522327', { role: 'audit_admin' })).rejects.toThrow(/taken/)
    await expect(run('add', '韦', { role: 'audit_admin' })).rejects.toThrow(/3 to 40/)
    await expect(run('lock', 'someone')).rejects.toThrow(/no user someone/)
    await expect(run('remove')).rejects.toThrow(/no "user remove"/)
  })
})
