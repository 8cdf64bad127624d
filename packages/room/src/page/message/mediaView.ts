import { el } from '../el.ts';
import { icon } from '../icon.ts';

/** How a picture is described, and whether it is covered at first. */
interface MediaOptions {
  readonly description?: string | null;
  readonly spoiler?: boolean | null;
}

/** A file as a component or an attachment names it. */
export interface FileReference {
  readonly url: string;
  readonly name?: string | undefined;
  /** In bytes. */
  readonly size?: number | undefined;
}

/** Shows a picture that lies in the room; of one elsewhere only the address, as this page loads nothing from other servers. */
export function mediaView({ url }: { readonly url: string }, options: MediaOptions = {}): HTMLElement {
  const description = options.description ?? '';
  const own = isOwn(url);
  const name = fileName(url);
  const shown = own
    ? el('img', { src: url, alt: description, title: description || undefined, loading: 'lazy' })
    : el('span.media-elsewhere', {}, icon('image'), el('span', {}, description || name));
  const opened = el(
    'a.media',
    {
      href: safeUrl(url),
      target: '_blank',
      rel: 'noopener noreferrer',
      'aria-label': `Open ${description || name}`,
    },
    shown,
  );
  if (!options.spoiler) return opened;
  const cover = el('button.media-spoiler', { type: 'button', onclick: () => cover.replaceWith(opened) }, 'Spoiler');
  return cover;
}

/** Shows a file with its name and size, as a link that saves it. */
export function fileView(file: FileReference): HTMLElement {
  return el(
    'a.file',
    {
      href: safeUrl(file.url),
      download: file.name ?? fileName(file.url),
      target: '_blank',
      rel: 'noopener noreferrer',
    },
    icon('file'),
    el('span.file-name', {}, file.name ?? fileName(file.url)),
    file.size === undefined ? null : el('span.file-size', {}, fileSize(file.size)),
  );
}

/** Whether an address lies on this server. */
export function isOwn(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === location.origin;
}

/** Returns an address if a link may lead to it (http or https), otherwise undefined. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
}

function fileName(url: string): string {
  if (!URL.canParse(url)) return 'file';
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1)!) || new URL(url).host;
}

function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
