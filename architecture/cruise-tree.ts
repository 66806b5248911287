import { cruise, type IModule } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { join } from 'node:path'
import config from '../.dependency-cruiser.mjs'

export const ROOT = join(import.meta.dirname, '..')
export type Crossing = { rule: string; from: string; to: string }
export type Cruised = { modules: IModule[]; crossings: Crossing[] }

/** Reads the imports of a tree and answers which of them cross a wall. `folders` are relative to `baseDir`. */
export async function cruiseTree(baseDir: string, folders: string[]): Promise<Cruised> {
  const { forbidden, options } = config
  const { output } = await cruise(
    folders, { ...options, baseDir, ruleSet: { forbidden }, validate: true }, undefined,
    { tsConfig: extractTsConfig(join(ROOT, 'tsconfig.json')) },
  )
  if (typeof output === 'string') throw new TypeError('the cruiser answered a report instead of modules')
  const crossings = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  return { modules: output.modules, crossings }
}

export const RULE_NAMES: readonly string[] = config.forbidden.map((rule) => rule.name)
export const RULE_COMMENTS: readonly string[] = config.forbidden.map((rule) => rule.comment)
