import ts from 'typescript'
import { MODULES, type ModuleName } from './modules.mjs'

const SCHEMAS = [...Object.keys(MODULES), 'platform', 'auth']
const REFERENCE = new RegExp(String.raw`(?<![\w.])(${SCHEMAS.join('|')})\.(\w*)`, 'g')

/** A table, view or function named in SQL: `indicators.person_state`; the name is empty where an expression fills it in. */
export type Reference = { schema: string; name: string; line: number }

/** What the SQL of a source file names: texts in sql`…` and the arguments of sql.table, sql.ref, sql.raw. */
export function sqlReferences(path: string, text: string): Reference[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Reference[] = []
  const collect = (node: ts.Node, words: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    for (const [, schema = '', name = ''] of withoutComments(words).matchAll(REFERENCE)) found.push({ schema, name, line })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source).startsWith('sql')) for (const part of texts(node.template)) collect(node, part)
    if (ts.isCallExpression(node) && /^sql\.(table|ref|raw)$/.test(node.expression.getText(source))) {
      for (const argument of node.arguments) if (ts.isStringLiteralLike(argument) || ts.isTemplateExpression(argument)) {
        for (const part of texts(argument)) collect(node, part)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function texts(node: ts.StringLiteralLike | ts.TemplateLiteral): string[] {
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
  return [node.text]
}

function withoutComments(sqlText: string): string {
  return sqlText.replaceAll(/--[^\n]*/g, '')
}

/**
 * Own schema, the platform's tables, and the published views of declared modules; nothing else. The tables of log-in are the
 * other half of organization's accounts (same ids), so organization may read them.
 */
export function mayName(module: ModuleName, { schema, name }: Pick<Reference, 'schema' | 'name'>): boolean {
  if (schema === module || schema === 'platform') return true
  if (schema === 'auth') return module === 'organization'
  return MODULES[module].some((below) => below === schema) && name.startsWith('pub_')
}

/** References of a migration's statements, comments left out. */
export function migrationReferences(text: string): Reference[] {
  return withoutComments(text).split('\n').flatMap((words, index) =>
    [...words.matchAll(REFERENCE)].map(([, schema = '', name = '']) => ({ schema, name, line: index + 1 })))
}
