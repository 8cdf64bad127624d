import { compare, race, type Row } from './measure.ts';
import { startBotProcess } from './startBotProcess.ts';

const CALLS = 100;

/** Measures an interaction from the member's request to the answer in the room, through discord.js, against a bot that says "pong". */
export async function interaction(): Promise<readonly Row[]> {
  const [own, pong] = [await startBotProcess('rapporteur'), await startBotProcess('pong')];
  const times = await race(Array.from({ length: CALLS }), {
    pong: () => pong.call('ping'),
    ask: () => own.call('ask', { question: 'What threat do security agencies see?' }),
    quote: () => own.call('quote', { text: 'threat' }),
    verify: () => own.call('verify', { quote: 'The threat that the security agencies see is a small one.' }),
  });
  await own.close();
  await pong.close();
  return (['ask', 'quote', 'verify'] as const).map((name) =>
    compare(`/${name}, one article`, 'a bot that says "pong"', [times[name], times.pong]),
  );
}
