/** `npm run docs`: writes the pages of docs/ that are made from the code. */
import { writeFileSync } from 'node:fs';
import { answersPage } from './answersPage.ts';

writeFileSync(new URL('../../docs/answers.md', import.meta.url), answersPage());
