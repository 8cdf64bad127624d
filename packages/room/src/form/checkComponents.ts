import type { FormProblem } from '../http/apiError.ts';
import { isJsonObject, type JsonObject } from '../json.ts';

/** Most components of a message, nested ones counted. */
const COMPONENTS_MAX = 40;
/** Most characters over all text displays of a message. */
const TEXT_DISPLAYS_MAX_CHARS = 4000;
/** Where Discord was seen to fail, in UTF-8 bytes over all text displays with some 12 for each: discord-api-docs issue 8554. */
export const TEXT_DISPLAYS_FAIL_BYTES = 10_170;

type Path = readonly (string | number)[];

/** Calls `visit` on each component, parents before their children. */
export function walkComponents(
  components: readonly unknown[],
  visit: (component: JsonObject, path: Path) => void,
  at: Path = [],
): void {
  components.forEach((component, index) => {
    if (!isJsonObject(component)) return;
    const path = [...at, index];
    visit(component, path);
    if (Array.isArray(component['components'])) {
      walkComponents(component['components'], visit, [...path, 'components']);
    }
    for (const key of ['accessory', 'component']) {
      const child = component[key];
      if (isJsonObject(child))
        walkComponents([child], (inner, innerPath) => visit(inner, [...path, key, ...innerPath.slice(1)]));
    }
  });
}

/** Finds what no single component shows: repeated ids, totals over a message, and what excludes what. `v2` tells of the Components V2 flag. */
export function checkComponents(components: readonly unknown[], v2: boolean, at: Path = ['components']): FormProblem[] {
  const problems: FormProblem[] = [];
  const report = (path: Path, code: string, message: string): void => {
    problems.push({ path: [...at, ...path], code, message });
  };
  const customIds = new Set<unknown>();
  const ids = new Set<unknown>();
  let count = 0;
  let chars = 0;

  walkComponents(components, (component, path) => {
    count += 1;
    const customId = component['custom_id'];
    if (typeof customId === 'string') {
      if (customIds.has(customId)) {
        report([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
      }
      customIds.add(customId);
    }
    if (component['id']) {
      if (ids.has(component['id']))
        report([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
      ids.add(component['id']);
    }
    if (component['type'] === 10) {
      const content = String(component['content']);
      chars += content.length;
      if (content.trim() === '') report([...path, 'content'], 'BASE_TYPE_REQUIRED', 'This field is required');
    }
    const check = CHECKS[Number(component['type'])];
    check?.(component, (key, code, message) => report([...path, ...key], code, message));
  });

  if (v2) {
    if (count > COMPONENTS_MAX) {
      report(
        [],
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `The total number of components must be ${COMPONENTS_MAX} or fewer`,
      );
    }
    if (chars > TEXT_DISPLAYS_MAX_CHARS) {
      report(
        [],
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `The size of displayable text in components exceeds the maximum size of ${TEXT_DISPLAYS_MAX_CHARS}`,
      );
    }
  } else {
    if (components.length > 5) report([], 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.');
    components.forEach((component, index) => {
      if (isJsonObject(component) && component['type'] !== 1) {
        report([index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).');
      }
    });
  }
  return problems;
}

/** The weight of a message's text displays by which Discord was seen to fail, in UTF-8 bytes. */
export function textDisplayBytes(components: readonly unknown[]): number {
  let bytes = 0;
  walkComponents(components, (component) => {
    if (component['type'] === 10) bytes += Buffer.byteLength(String(component['content'])) + 12;
  });
  return bytes;
}

type Report = (path: Path, code: string, message: string) => void;

const CHECKS: Record<number, (component: JsonObject, report: Report) => void> = {
  1: checkActionRow,
  2: checkButton,
  3: checkStringSelect,
  5: checkSelectRange,
  6: checkSelectRange,
  7: checkSelectRange,
  8: checkSelectRange,
  19: checkSelectRange,
};

function checkActionRow(row: JsonObject, report: Report): void {
  const inner = (row['components'] as JsonObject[]) ?? [];
  if (inner.length > 1 && inner.some((component) => component['type'] !== 2)) {
    report(
      ['components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The max width of the component layout has been exceeded',
    );
  }
}

function checkButton(button: JsonObject, report: Report): void {
  const has = (key: string): boolean => button[key] !== undefined && button[key] !== null && button[key] !== '';
  const style = button['style'];
  if (style === 5) {
    if (!has('url')) report(['url'], 'BASE_TYPE_REQUIRED', 'A url is required');
    if (has('custom_id')) {
      report(
        ['custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    if (has('url') && !/^(?:https?|discord):\/\//.test(String(button['url']))) {
      report(['url'], 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'discord').");
    }
  } else if (style === 6) {
    if (!has('sku_id')) report(['sku_id'], 'BASE_TYPE_REQUIRED', 'A sku id is required');
  } else {
    if (!has('custom_id')) report(['custom_id'], 'BASE_TYPE_REQUIRED', 'A custom id is required');
    if (has('url')) {
      report(
        ['url'],
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
  }
  if (style !== 6 && !has('label') && !has('emoji')) {
    report(['label'], 'BASE_TYPE_REQUIRED', 'A label or an emoji is required');
  }
}

function checkStringSelect(select: JsonObject, report: Report): void {
  checkSelectRange(select, report);
  const options = (select['options'] as JsonObject[]) ?? [];
  if (Number(select['max_values'] ?? 1) > options.length) {
    report(['max_values'], 'BASE_TYPE_BAD_LENGTH', 'max_values must not exceed the number of options');
  }
  if (options.filter((option) => option['default'] === true).length > Number(select['max_values'] ?? 1)) {
    report(['options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'There are too many default values');
  }
  const values = new Set<unknown>();
  options.forEach((option, index) => {
    if (values.has(option['value'])) {
      report(
        ['options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(option['value']);
  });
}

function checkSelectRange(select: JsonObject, report: Report): void {
  if (Number(select['min_values'] ?? 1) > Number(select['max_values'] ?? 1)) {
    report(['min_values'], 'BASE_TYPE_BAD_LENGTH', 'min_values must not exceed max_values');
  }
}
