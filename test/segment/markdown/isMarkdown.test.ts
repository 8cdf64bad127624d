import { describe, expect, test } from 'vitest';
import { isMarkdown } from '../../../src/segment/markdown/isMarkdown.ts';

describe('isMarkdown', () => {
  test.each([
    ['front matter', '---\ntitle: A guide\ndate: 2026-08-11\n---\n\nIt ends.\n'],
    ['headings and links', '# A guide\n\nSee [it](https://a.example) and [that](#b).\n\n## End\n\nIt ends.\n'],
    ['headings and bold words', '# A guide\n\nIt **ends**.\n\n## End\n\nIt **begins**.\n'],
  ])('finds %s', (_, text) => {
    expect(isMarkdown(text)).toBe(true);
  });

  test.each([
    ['comments of a program', '# set the port\nPORT=1\n\n# set the host\nHOST=a\n'],
    ['a drawn line and a field', '---\n\nName: Jane Roe\n\n---\n'],
    ['stars and brackets in prose', 'It *ends*, [sic] (so it says).\n\n* one\n* two\n'],
    ['one heading', '# 1 in the charts\n\nIt **is** what **they** say.\n'],
  ])('takes %s for plain text', (_, text) => {
    expect(isMarkdown(text)).toBe(false);
  });
});
