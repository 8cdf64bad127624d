import { z } from 'zod';

const localizations = z.record(z.string(), z.string().max(100)).nullish();

const choiceSchema = z.object({
  name: z.string().min(1).max(100),
  name_localizations: localizations,
  value: z.union([z.string().max(100), z.number()]),
});

const optionSchema: z.ZodType<OptionForm> = z.object({
  type: z.int().min(1).max(11),
  name: z.string().min(1).max(32),
  name_localizations: localizations,
  description: z.string().min(1).max(100),
  description_localizations: localizations,
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(choiceSchema).max(25).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.int().min(0).max(6000).nullish(),
  max_length: z.int().min(1).max(6000).nullish(),
  channel_types: z.array(z.int()).nullish(),
  get options() {
    return z.array(optionSchema).max(25).nullish();
  },
});

/** An option as the bot sends it, read but not yet judged. */
export interface OptionForm {
  type: number;
  name: string;
  name_localizations?: Record<string, string> | null | undefined;
  description: string;
  description_localizations?: Record<string, string> | null | undefined;
  required?: boolean | null | undefined;
  autocomplete?: boolean | null | undefined;
  choices?: z.infer<typeof choiceSchema>[] | null | undefined;
  min_value?: number | null | undefined;
  max_value?: number | null | undefined;
  min_length?: number | null | undefined;
  max_length?: number | null | undefined;
  channel_types?: number[] | null | undefined;
  options?: OptionForm[] | null | undefined;
}

/** The body of a command's registration, each field by itself. */
export const commandSchema = z.object({
  id: z.string().nullish(),
  type: z.int().min(1).max(4).nullish(),
  name: z.string().min(1).max(32),
  name_localizations: localizations,
  description: z.string().max(100).nullish(),
  description_localizations: localizations,
  options: z.array(optionSchema).max(25).nullish(),
  default_member_permissions: z.union([z.string().regex(/^\d+$/), z.int()]).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  nsfw: z.boolean().nullish(),
});
/** A command as the bot sends it, read but not yet judged. */
export type CommandForm = z.infer<typeof commandSchema>;
