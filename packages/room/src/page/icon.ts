const SVG = 'http://www.w3.org/2000/svg';

/** The bot's mark, filled. */
const MARK =
  'M11 9.5a3.5 3.5 0 1 0-3.3 3.49C7.5 14.6 6.5 15.8 4.8 16.6l.8 1.4C9.2 16.5 11 13.7 11 9.5zm9 0a3.5 3.5 0 1 0-3.3 3.49c-.2 1.61-1.2 2.81-2.9 3.61l.8 1.4c3.6-1.5 5.4-4.3 5.4-8.5z';

/** Paths on a 24 × 24 grid; drawn with a round stroke of the text's colour. */
const PATHS = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h16M3 15h16',
  megaphone: 'M4 10v4h3l8 4V6l-8 4H4zM18 9.5a3.5 3.5 0 0 1 0 5M8 14l1 5',
  forum: 'M4 5h12v8H9l-3 3v-3H4zM16 9h4v8h-2v3l-3-3h-4v-2',
  thread: 'M6 4v9a3 3 0 0 0 3 3h10M15 12l4 4-4 4',
  at: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-3-7z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  chevron: 'M6 9l6 6 6-6',
  external: 'M14 4h6v6M20 4l-9 9M18 14v5H5V6h5',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15 9h.01',
  clip: 'M19 11.5l-7.2 7.2a4.2 4.2 0 0 1-6-6l8-8a2.8 2.8 0 0 1 4 4l-7.9 7.9a1.4 1.4 0 0 1-2-2l6.8-6.8',
  check: 'M5 12.5 10 17l9-10',
  down: 'M12 5v14M6 13l6 6 6-6',
  reply: 'M9 6 4 11l5 5M4 11h9a6 6 0 0 1 6 6v1',
  forward: 'M15 6l5 5-5 5M20 11h-9a6 6 0 0 0-6 6v1',
  app: 'M5 5h6v6H5zM13 5h6v6h-6zM5 13h6v6H5zM13 13h6v6h-6z',
  alert: 'M12 3 2 20h20zM12 10v4M12 17h.01',
  pencil: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
};

export type IconName = keyof typeof PATHS | 'mark';

/** Draws an icon; it says nothing to a screen reader. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', name === 'mark' ? MARK : PATHS[name]);
  if (name === 'mark') svg.classList.add('filled');
  svg.append(path);
  return svg;
}
