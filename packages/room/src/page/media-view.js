import { el } from './el.js';
import { icon } from './icon.js';

/**
 * Shows a picture that lies in the room; of one elsewhere only the address, as this page loads nothing from other servers.
 *
 * @param {{url: string, proxy_url?: string, content_type?: string, width?: number, height?: number}} media
 * @param {{description?: string | null, spoiler?: boolean | null}} [options]
 */
export function mediaView(media, options = {}) {
  const description = options.description ?? '';
  const own = isOwn(media.url);
  const name = fileName(media.url);
  const shown = own
    ? el('img', { src: media.url, alt: description, title: description || undefined, loading: 'lazy' })
    : el('span.media-elsewhere', {}, icon('image'), el('span', {}, description || name));
  const opened = el(
    'a.media',
    {
      href: safeUrl(media.url),
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

/**
 * Shows a file with its name and size, as a link that saves it.
 *
 * @param {{url: string, name?: string, size?: number, description?: string}} file
 */
export function fileView(file) {
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
export function isOwn(url) {
  return URL.canParse(url) && new URL(url).origin === location.origin;
}

/** Gives an address that may stand in a link: http or https, otherwise none. */
export function safeUrl(url) {
  return /^https?:\/\//.test(url) ? url : undefined;
}

function fileName(url) {
  if (!URL.canParse(url)) return 'file';
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1)) || new URL(url).host;
}

function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
