import { organizationContract } from '@anye/contract/organization/contract'
import { indicatorsContract } from '@anye/contract/indicators/contract'
import { bind } from '../../platform/http/bind.ts'
import { applyScope } from '../../platform/db.ts'
import { EVERYWHERE } from '../../platform/scope.ts'
import { makeAllDue } from './compute/compute-villages.store.ts'
import { freezeBaseOf } from './days/base.store.ts'
import { closeDayBooks } from './days/close-day.ts'
import { getLedger, listDays } from './days/get-ledger.query.ts'
import { getOverview } from './figures/get-overview.ts'
import { getSeries } from './figures/get-series.ts'
import { listCoverage } from './figures/list-coverage.ts'
import { listMembers } from './figures/list-members.query.ts'
import { listComputedVillages } from './figures/computed-villages.query.ts'
import { enlistWeakGroup } from './weak-groups/enlist-weak-group.ts'
import { getCutOff, getParametersOn, getPlansOn, listSettings, saveSettings } from './parameters/parameter.store.ts'

/** Joins the endpoints of indicators to their use cases; the zero-employment list is drawn by command, which knows the cases. */
export const indicatorsRoutes = {
  overview: { get: bind(indicatorsContract.overview.get, getOverview) },
  coverage: { list: bind(indicatorsContract.coverage.list, listCoverage) },
  series: { get: bind(indicatorsContract.series.get, getSeries) },
  members: { list: bind(indicatorsContract.members.list, listMembers) },
  base: {
    freeze: bind(indicatorsContract.base.freeze, async (ctx) => {
      const { month, households } = await freezeBaseOf(ctx.tx, ctx.today, ctx.actor.userId)
      ctx.audit.about('base', month)
      ctx.audit.change(null, { month, households })
      return { month, households, frozenOn: ctx.today }
    }),
  },
  days: {
    list: bind(indicatorsContract.days.list, listDays),
    close: bind(indicatorsContract.days.close, async (ctx) => {
      // The books are those of the whole prefecture, whoever of its office closes them.
      await applyScope(ctx.tx, EVERYWHERE)
      const head = await closeDayBooks(ctx.tx, ctx.today, ctx.now, ctx.actor.userId)
      ctx.audit.about('day', ctx.today)
      ctx.audit.change(null, { head })
      return { day: ctx.today, head, villages: (await listComputedVillages(ctx.tx)).length }
    }),
  },
  ledger: { get: bind(indicatorsContract.ledger.get, getLedger) },
  parameters: {
    get: bind(indicatorsContract.parameters.get, async ({ tx, today }) => ({
      ...(await getParametersOn(tx, today)), plans: await getPlansOn(tx, today), cutOff: await getCutOff(tx, today), history: await listSettings(tx, today),
    })),
    set: bind(indicatorsContract.parameters.set, async (ctx, input) => {
      const before = { ...(await getParametersOn(ctx.tx, input.validFrom)), plans: await getPlansOn(ctx.tx, input.validFrom) }
      await saveSettings(ctx.tx, { ...input, by: ctx.actor.userId, at: ctx.now })
      if (input.parameters !== undefined && input.validFrom <= ctx.today) {
        await applyScope(ctx.tx, EVERYWHERE)
        await makeAllDue(ctx.tx)
      }
      ctx.audit.about('setting', 'indicators')
      ctx.audit.change(before, { parameters: input.parameters, plans: input.plans, cutOff: input.cutOff })
      ctx.audit.reason(input.document)
      return { validFrom: input.validFrom }
    }),
  },
}

/** Of organization, what needs a figure: a weak group is listed with the labourers and unemployed of that day. */
export const weakGroupRoutes = { enlist: bind(organizationContract.weakGroups.enlist, enlistWeakGroup) }
