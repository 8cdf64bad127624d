import { ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { fileForm } from '../../../src/discord/uploads/uploadForms.ts';

/** Source: Discord's documentation of the component Label. */
const DESCRIPTION_MAX_CHARS = 100;
const MIB = 1024 * 1024;

test.each([1, 512 * 1024, 10 * MIB, 32 * MIB, 500 * MIB])(
  'the form for a document describes its field in what Discord takes, up to %i bytes',
  (fileBytes) => {
    const [field] = fileForm(undefined, { fileBytes }).components;
    if (field?.type !== ComponentType.Label) throw new Error('The form has no field with a label');
    expect(field.description).toMatch(/^\.docx, .* at most$/u);
    expect(field.description!.length).toBeLessThanOrEqual(DESCRIPTION_MAX_CHARS);
  },
);
