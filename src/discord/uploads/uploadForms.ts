import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';
import type { Article } from '../../article/article.ts';
import { COMMON_ENDINGS } from '../../document/documentKind.ts';
import { detailsOf } from '../../intake/draftedArticle.ts';
import type { PendingUpload, UploadDetails } from '../../intake/upload.ts';
import { uploadActionId } from '../../reply/uploads/uploadAction.ts';
import { fileHint, UPLOAD_LABELS } from '../../reply/words/uploads/uploadWords.ts';
import { FILE_FIELD } from './uploadUse.ts';

const FIELD_MAX_CHARS = 500;

/** The form in which what was read of a document is corrected. */
export function detailsForm({ token, article }: PendingUpload): APIModalInteractionResponseCallbackData {
  const { title, author, published, url } = detailsOf(article);
  return {
    custom_id: uploadActionId({ name: 'edit', token }),
    title: UPLOAD_LABELS.formTitle,
    components: [
      textField('title', UPLOAD_LABELS.title, { value: title, required: true }),
      textField('author', UPLOAD_LABELS.authorForm, { value: author }),
      textField('published', UPLOAD_LABELS.publishedForm, { value: published }),
      textField('url', UPLOAD_LABELS.urlForm, { value: url }),
    ],
  };
}

/** The form that takes a document: a new one, or a newer edition of an article. */
export function fileForm(
  replaces: Article | undefined,
  { fileBytes }: { readonly fileBytes: number },
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: uploadActionId({ name: 'file', token: replaces?.id ?? '' }),
    title: replaces ? UPLOAD_LABELS.newerTitle : UPLOAD_LABELS.fileTitle,
    components: [
      {
        type: ComponentType.Label,
        label: UPLOAD_LABELS.file,
        description: fileHint(COMMON_ENDINGS, fileBytes),
        component: {
          type: ComponentType.FileUpload,
          custom_id: FILE_FIELD,
          min_values: 1,
          max_values: 1,
          required: true,
        },
      },
    ],
  };
}

function textField(
  name: keyof UploadDetails,
  label: string,
  { value, required = false }: { readonly value: string; readonly required?: boolean },
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required,
      max_length: FIELD_MAX_CHARS,
      ...(value === '' ? {} : { value: value.slice(0, FIELD_MAX_CHARS) }),
    },
  };
}
