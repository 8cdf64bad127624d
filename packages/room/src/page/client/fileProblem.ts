/** Bytes of one file, in servers without boosts; files of one message. The room enforces both. */
export const FILE_MAX_BYTES = 10 * 1024 * 1024;
export const FILES_MAX = 10;

/** Says why files cannot be attached together; undefined if they can. */
export function fileProblem(
  files: readonly Pick<File, 'name' | 'size'>[],
  { most = FILES_MAX }: { readonly most?: number } = {},
): string | undefined {
  const large = files.find(({ size }) => size > FILE_MAX_BYTES);
  if (large) return `${large.name} is larger than 10 MB, and cannot be attached.`;
  if (files.length > most)
    return most === 1 ? 'Only one file can be attached.' : `At most ${most} files can be attached.`;
  return undefined;
}
