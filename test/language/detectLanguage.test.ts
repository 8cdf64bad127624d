import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/language/detectLanguage.ts';

describe('detectLanguage', () => {
  test.each([
    ['en', 'The river rose in the night and the keeper opened all of the gates by hand.'],
    ['de', 'Das Wasser kam in der Nacht und der Müller öffnete die Tore mit der Hand.'],
    ['fr', 'La rivière est montée dans la nuit et le gardien a ouvert les portes à la main.'],
    ['es', 'El río subió en la noche y el guarda abrió todas las puertas con la mano.'],
    ['it', 'Il fiume è salito nella notte e il custode ha aperto le porte con la mano.'],
    ['pt', 'O rio subiu de noite e o guarda abriu as portas com a mão, mas não todas.'],
    ['nl', 'De rivier steeg in de nacht en de wachter opende alle deuren met de hand.'],
    ['sv', 'Floden steg på natten och vakten öppnade alla portar för hand, men inte den sista.'],
    ['ru', 'Река поднялась ночью.'],
    ['uk', 'Річка піднялася вночі і сторож відчинив її.'],
    ['ja', '川の水が夜に上がった。'],
    ['zh', '河水在夜里上涨。'],
    ['ar', 'ارتفع النهر في الليل.'],
  ])('takes %s for what it is', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each([
    'Officers executed a search warrant on Monday.',
    "Following Hale's arrest in Leeds on Monday, a lawyer asked for a new inquiry.",
    'A man threatened U.S. Gov. Mia Sole. He fled.',
    'As of October, Norvale had a fleet of 270 ships.',
    'A report\nJan. 15-18: Marlow Boat Show, Civic Hall, 500',
  ])('takes %j for no language but English, whose short words others have too', (text) => {
    expect(detectLanguage(text) ?? 'en').toBe('en');
  });

  test.each(['', '12345', 'xyzzy plugh frotz'])('knows nothing of %j', (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });
});
