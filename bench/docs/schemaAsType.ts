import type { z } from 'zod';
import type { FindComment } from './fieldComments.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Longer than this, the fields of an object are on lines of their own. */
const LINE_MAX_CHARS = 90;

/** Writes a JSON Schema in the notation of TypeScript, with the comments of its fields. */
export function schemaAsType(schema: JsonSchema, commentOf: FindComment): string {
  const write = (inner: JsonSchema) => schemaAsType(inner, commentOf);
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1)!;
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return union(schema.enum.map(literal));
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return union(alternatives.map(write));
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  if (schema.type === 'object') return writeObject(schema, commentOf);
  if (schema.type === 'array') return writeArray(schema, write);
  if (schema.type === undefined) throw new TypeError(`Cannot write the schema ${JSON.stringify(schema)}`);
  return schema.type === 'integer' ? 'number' : schema.type;
}

function writeObject(schema: JsonSchema, commentOf: FindComment): string {
  const properties = Object.entries(schema.properties ?? {}) as [string, JsonSchema][];
  if (properties.length === 0)
    return `Record<string, ${schemaAsType(schema.additionalProperties as JsonSchema, commentOf)}>`;
  const names = properties.map(([name]) => name);
  const fields = properties.map(([name, inner]) => {
    const comment = commentOf(name, names);
    const mark = schema.required?.includes(name) ? '' : '?';
    return { comment, text: `${name}${mark}: ${schemaAsType(inner, commentOf)}`.replaceAll(/ +$/gmu, '') };
  });
  const line = `{ ${fields.map(({ text }) => text).join('; ')} }`;
  if (line.length <= LINE_MAX_CHARS && !line.includes('\n') && fields.every(({ comment }) => !comment)) return line;
  const lines = fields.flatMap(({ comment, text }) => [...(comment ? [`/** ${comment} */`] : []), text]);
  return `{\n${lines.join('\n').replaceAll(/^/gmu, '  ')}\n}`;
}

function writeArray({ items, prefixItems }: JsonSchema, write: (inner: JsonSchema) => string): string {
  if (prefixItems) return `[${prefixItems.map((item) => write(item as JsonSchema)).join(', ')}]`;
  const item = write(items as JsonSchema);
  const isUnion = (items as JsonSchema).anyOf ?? (items as JsonSchema).oneOf ?? (items as JsonSchema).enum;
  return isUnion ? `(${item})[]` : `${item}[]`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

/** Joins the members of a union, on as many lines as it takes. */
function union(members: readonly string[]): string {
  const lines = [''];
  for (const member of members) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + member.length > LINE_MAX_CHARS) lines.push(member);
    else lines[lines.length - 1] = line === '' ? member : `${line} | ${member}`;
  }
  return lines.length === 1 ? lines[0]! : `\n${lines.map((line) => `  | ${line}`).join('\n')}`;
}
