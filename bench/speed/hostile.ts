import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hostileArticles } from './hostileTexts.ts';
import { rounded, type Row } from './measure.ts';
import { startBotProcess, type BotProcess } from './startBotProcess.ts';
import { makeArticles } from './texts.ts';
import { writeCorpus } from './writeCorpus.ts';

const ROUNDS = 3;
/** Ordinary uses before the first hostile one, since a bot that has just started runs code that is not compiled yet. */
const WARM_UP_ROUNDS = 20;
const SENTENCES = 100_000;

interface Attack {
  readonly name: string;
  readonly use: (bot: BotProcess) => Promise<void>;
}

/** What a member could send to hold up the others: long, repeated, or dense in what some rule looks for. */
function attacks(prose: string): readonly Attack[] {
  const many = (word: string, times: number): string => Array.from({ length: times }, () => word).join(' ');
  const numbered = Array.from({ length: 700 }, (_, at) => `w${at}`).join(' ');
  const ask = (name: string, question: string): Attack => ({
    name: `/ask ${name}`,
    use: (bot) => bot.call('ask', { question: question.slice(0, 1000) }),
  });
  const quote = (name: string, text: string): Attack => ({
    name: `/quote ${name}`,
    use: (bot) => bot.call('quote', { text: text.slice(0, 1000) }),
  });
  const verify = (name: string, text: string): Attack => ({
    name: `/verify ${name}`,
    use: (bot) => bot.call('verify', { quote: text.slice(0, 4000) }),
  });
  const menu = (command: string, name: string, content: string): Attack => ({
    name: `${command}: ${name}`,
    use: (bot) => bot.menu(command, content.slice(0, 2000)),
  });
  const digest = (subcommand: string, options: Readonly<Record<string, string>>): Attack => ({
    name: `/digest ${subcommand} ${options['what'] ?? options['name']}`,
    use: (bot) => bot.call('digest', options, { subcommand }),
  });
  return [
    ask('1,000 characters of the text', prose),
    ask('"the", again and again', many('the', 250)),
    quote('1,000 characters of the text', prose),
    quote('"the", again and again', many('the', 250)),
    quote('quoted letters', many('"a"', 250)),
    verify('"the"', 'the'),
    verify('4,000 characters of the text', prose),
    verify(
      '4,000 characters, altered',
      prose.replaceAll(/\b\w{5,}\b/gu, (word) => (word.length % 3 === 0 ? 'zebra' : word)),
    ),
    verify('4,000 characters in capitals', prose.toUpperCase()),
    verify('a-a-a-…', 'a-'.repeat(2000)),
    verify('ha ha ha …', many('ha', 1300)),
    verify('700 unknown words', numbered),
    verify('omissions', many('of the …', 400)),
    menu('Check quotes', '2,000 opening marks', '“'.repeat(2000)),
    menu('Check quotes', 'quotations in quotations', `${'“the '.repeat(200)}${'”'.repeat(200)}`),
    menu('Check quotes', '400 quotations', many('“a b”', 330)),
    menu('Find in sources', '2,000 characters of the text', prose),
    {
      name: '/settings set zone, 81 characters',
      use: (bot) => bot.call('settings', { setting: 'zone', value: `${'a_'.repeat(40)}!` }, { subcommand: 'set' }),
    },
    { name: '/event, everything', use: (bot) => bot.call('event') },
    { name: '/summary of all', use: (bot) => bot.call('summary', { article: '*', length: 'full' }) },
    { name: 'typing in /event', use: (bot) => bot.call('event', { about: 'a' }, { focused: 'about' }) },
    { name: 'typing in /quote', use: (bot) => bot.call('quote', { text: many('the', 30) }, { focused: 'text' }) },
    ...['summary', 'quote', 'events', 'sections'].flatMap((what) => [
      digest('create', { name: what, what, when: 'daily 9:00', zone: 'Europe/Berlin' }),
      digest('preview', { name: what }),
    ]),
  ];
}

/**
 * Measures how long hostile uses hold the bot's event loop up, and how long another member waits for `/help` meanwhile: on
 * articles that are hard to read themselves, and on a large corpus.
 */
export async function hostile(): Promise<readonly Row[]> {
  const hard = hostileArticles();
  const large = makeArticles(SENTENCES, { perArticle: 50 });
  return [
    ...(await measure(`${hard.length} hard articles`, hard)),
    ...(await measure(`2,000 articles, 100,000 sentences`, large)),
  ];
}

async function warmUp(bot: BotProcess, prose: string): Promise<void> {
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
    const words = prose.slice(round, round + 100);
    await bot.call('ask', { question: `What of ${words}?` });
    await bot.call('quote', { text: words });
    await bot.call('verify', { quote: words.replace('e', 'x') });
    await bot.menu('Check quotes', `“${words}” and “${prose}”`);
    await bot.call('summary', { article: '*' });
    await bot.call('help');
  }
}

async function measure(corpusName: string, articles: Parameters<typeof writeCorpus>[1]): Promise<readonly Row[]> {
  const corpus = await mkdtemp(join(tmpdir(), 'hostile-'));
  await writeCorpus(corpus, articles);
  const bot = await startBotProcess('rapporteur', { corpus });
  const rows: Row[] = [];
  try {
    await warmUp(bot, articles[0]!.source.slice(200, 500));
    for (const { name, use } of attacks(articles[0]!.source.slice(0, 4000))) {
      let [held, help, own] = [0, 0, 0];
      for (let round = 0; round < ROUNDS; round += 1) {
        await bot.report();
        const began = performance.now();
        const hit = use(bot).then(() => (own = Math.max(own, performance.now() - began)));
        await setTimeout(5);
        const asked = performance.now();
        await bot.call('help', {}, { member: 1 });
        help = Math.max(help, performance.now() - asked);
        await hit;
        held = Math.max(held, (await bot.report()).max);
      }
      rows.push({
        what: `${corpusName}: ${name}`,
        against: '50 ms',
        values: {
          'longest hold': `${(held / 50).toFixed(2)}× (${rounded(held)} ms)`,
          'another member’s /help': `${rounded(help)} ms`,
          'its own answer': `${rounded(own)} ms`,
        },
      });
    }
  } finally {
    await bot.close();
    await rm(corpus, { recursive: true });
  }
  return rows;
}
