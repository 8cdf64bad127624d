import { ComponentType } from 'discord-api-types/v10';

interface Component {
  readonly type: ComponentType;
  readonly content?: string;
  readonly components?: readonly Component[];
}

/** What an answer looks like, in numbers. */
export interface Look {
  /** Characters as a reader sees them: all, those quoted, and those in small print. */
  readonly characters: number;
  readonly quoted: number;
  readonly small: number;
  readonly buttons: number;
  /** Rows of buttons. */
  readonly rows: number;
  readonly selects: number;
}

/** Counts what the components of a message show. */
export function lookOf(components: readonly unknown[]): Look {
  const all = nested(components as readonly Component[]);
  const lines = all.flatMap(({ content }) => content?.split('\n') ?? []);
  const shown = (prefix: string): number => sum(lines.filter((line) => line.startsWith(prefix)));
  const rows = all.filter(({ type }) => type === ComponentType.ActionRow);
  const holding = (type: ComponentType): number =>
    rows.filter((row) => row.components?.some((each) => each.type === type)).length;
  return {
    characters: sum(lines),
    quoted: shown('> '),
    small: shown('-# '),
    buttons: all.filter(({ type }) => type === ComponentType.Button).length,
    rows: holding(ComponentType.Button),
    selects: holding(ComponentType.StringSelect),
  };
}

function nested(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [component, ...nested(component.components ?? [])]);
}

/** Characters of lines without their marks, and without the addresses of links. */
function sum(lines: readonly string[]): number {
  const seen = lines.map((line) =>
    line
      .replace(/^(?:> |-# )/u, '')
      .replaceAll(/\]\([^)]*\)/gu, ']')
      .replaceAll(/\*\*|\\(?=[^\p{L}\p{N}\s])/gu, ''),
  );
  return seen.reduce((total, line) => total + line.length, 0);
}
