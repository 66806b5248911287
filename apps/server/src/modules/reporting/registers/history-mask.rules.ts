import type { FieldLevel } from '@anye/contract/access'
import type { Episode, VersionEntry } from '@anye/contract/registry/persons/person'
import { maskFor } from '../../../platform/crypto/mask.rules.ts'
import { nameOfRegistered } from '../../registry/registry.rules.ts'

/** Fields of a version by how they are masked; every other field stands in the rows of the same reader anyway. */
const NAMES = new Set(['name', 'former_name', 'head_name'])
const SPELLINGS = new Set(['name_pinyin', 'name_initials'])
const WAGES = new Set(['wage_min', 'wage_max', 'wage_monthly'])
const HEALTH = new Set(['health', 'disability_category', 'disability_grade'])

// Codes that nobody reads: told by name.
const PLACES = new Set(['register_division'])

/** Below F3 wages are bands (DOMAIN section 8): a job keeps its dates and loses its amounts. */
export function maskEpisode(level: FieldLevel, episode: Episode): Episode {
  if (seesContacts(level)) return episode
  return {
    ...episode, wageMin: null, wageMax: null, wageMonthly: null,
    evidence: episode.evidence.map((proof) => ({ ...proof, amount: null })),
  }
}

/** A version told to this reader: what the page masks, its history masks too. */
export function maskVersion(level: FieldLevel, version: VersionEntry): VersionEntry {
  return {
    ...version,
    changes: version.changes
      .filter(({ field }) => !isHidden(level, field))
      .map(({ field, before, after }) => {
        const told = NAMES.has(field) ? (value: unknown) => maskText(level, value) : PLACES.has(field) ? placeName : (value: unknown) => value
        return { field, before: told(before), after: told(after) }
      }),
  }
}

function isHidden(level: FieldLevel, field: string): boolean {
  if (HEALTH.has(field)) return level !== 'F4'
  return !seesContacts(level) && (SPELLINGS.has(field) || WAGES.has(field))
}

function maskText(level: FieldLevel, value: unknown): string | null {
  return typeof value === 'string' ? maskFor(level, 'name', value) : null
}

function placeName(value: unknown): string | null {
  return typeof value === 'string' ? nameOfRegistered(value) : null
}

function seesContacts(level: FieldLevel): boolean {
  return level >= 'F3'
}
