import { z } from 'zod';

/** A snowflake as a string of digits. */
export const idSchema = z.string().regex(/^\d{1,20}$/, 'Value is not snowflake.');

const id = z.int().min(0).max(2_147_483_647).nullish();
const customId = z.string().min(1).max(100);
const emoji = z
  .object({ id: idSchema.nullish(), name: z.string().nullish(), animated: z.boolean().nullish() })
  .nullish();
const media = z.object({ url: z.string().min(1).max(2048) });

const button = z.object({
  type: z.literal(2),
  id,
  style: z.int().min(1).max(6),
  label: z.string().max(80).nullish(),
  emoji,
  custom_id: customId.nullish(),
  url: z.string().max(512).nullish(),
  sku_id: idSchema.nullish(),
  disabled: z.boolean().nullish(),
});

const selectFields = {
  id,
  custom_id: customId,
  placeholder: z.string().max(150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  disabled: z.boolean().nullish(),
  required: z.boolean().nullish(),
};
const stringSelect = z.object({
  type: z.literal(3),
  ...selectFields,
  options: z
    .array(
      z.object({
        label: z.string().min(1).max(100),
        value: z.string().min(1).max(100),
        description: z.string().max(100).nullish(),
        emoji,
        default: z.boolean().nullish(),
      }),
    )
    .min(1)
    .max(25),
});
const entitySelect = z.object({
  type: z.literal([5, 6, 7, 8]),
  ...selectFields,
  channel_types: z.array(z.int()).nullish(),
  default_values: z
    .array(z.object({ id: idSchema, type: z.enum(['user', 'role', 'channel']) }))
    .max(25)
    .nullish(),
});

const actionRow = z.object({
  type: z.literal(1),
  id,
  components: z
    .array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
    .min(1)
    .max(5),
});
const textDisplay = z.object({ type: z.literal(10), id, content: z.string().min(1).max(4000) });
const thumbnail = z.object({
  type: z.literal(11),
  id,
  media,
  description: z.string().max(1024).nullish(),
  spoiler: z.boolean().nullish(),
});
const section = z.object({
  type: z.literal(9),
  id,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.object({
  type: z.literal(12),
  id,
  items: z
    .array(z.object({ media, description: z.string().max(1024).nullish(), spoiler: z.boolean().nullish() }))
    .min(1)
    .max(10),
});
/** A file lies in the same request or on the message already, never elsewhere. */
const attachedFile = z.object({
  url: media.shape.url.refine((url) => url.startsWith('attachment://'), {
    message: 'Scheme "attachment" is required',
    params: { code: 'URL_TYPE_INVALID_SCHEME' },
  }),
});
const file = z.object({ type: z.literal(13), id, file: attachedFile, spoiler: z.boolean().nullish() });
const separator = z.object({
  type: z.literal(14),
  id,
  divider: z.boolean().nullish(),
  spacing: z.literal([1, 2]).nullish(),
});
const inContainer = [actionRow, section, textDisplay, gallery, file, separator] as const;
const container = z.object({
  type: z.literal(17),
  id,
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().nullish(),
  components: z.array(z.discriminatedUnion('type', [...inContainer])).min(1),
});

/** A component at the top level of a message: https://docs.discord.com/developers/components/reference */
export const componentSchema = z.discriminatedUnion('type', [...inContainer, container]);

const textInput = z.object({
  type: z.literal(4),
  id,
  custom_id: customId,
  style: z.literal([1, 2]),
  label: z.string().min(1).max(45).nullish(),
  min_length: z.int().min(0).max(4000).nullish(),
  max_length: z.int().min(1).max(4000).nullish(),
  required: z.boolean().nullish(),
  value: z.string().max(4000).nullish(),
  placeholder: z.string().max(100).nullish(),
});
const fileUpload = z.object({
  type: z.literal(19),
  id,
  custom_id: customId,
  min_values: z.int().min(0).max(10).nullish(),
  max_values: z.int().min(1).max(10).nullish(),
  required: z.boolean().nullish(),
});
const choiceGroup = z.looseObject({ type: z.literal([21, 22, 23]), id, custom_id: customId });
const label = z.object({
  type: z.literal(18),
  id,
  label: z.string().min(1).max(45),
  description: z.string().max(100).nullish(),
  component: z.discriminatedUnion('type', [textInput, stringSelect, entitySelect, fileUpload, choiceGroup]),
});

/** The data of a modal: https://docs.discord.com/developers/interactions/receiving-and-responding#modal */
export const modalSchema = z.object({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal(1), id, components: z.array(textInput.required({ label: true })).length(1) }),
        label,
        textDisplay,
      ]),
    )
    .min(1)
    .max(5),
});
