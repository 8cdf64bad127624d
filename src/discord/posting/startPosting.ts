import { Routes, type REST } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { App } from '../../app/app.ts';
import { DELIVERY_TIMES } from '../../delivery/delivery.ts';
import { followRun } from '../../delivery/followRun.ts';
import { startDelivery, type Delivery, type Notice } from '../../delivery/startDelivery.ts';
import type { Metrics } from '../../runtime/metrics.ts';
import type { ExcerptLink } from '../../reply/reply.ts';
import { failureNotice, followUpNotice } from '../../reply/words/digests/failureNotice.ts';
import { digestThread } from '../../reply/words/digests/digestTitle.ts';
import { systemClock } from '../../schedule/times/clock.ts';
import { readSettings } from '../../settings/readSettings.ts';
import { createOutbox } from './createOutbox.ts';
import type { Places } from './places.ts';
import { renderRun } from './renderRun.ts';
import { sendNotice } from './sendNotice.ts';
import { createTokenGuard, type TokenGuard } from '../gateway/tokenGuard.ts';

export interface PostingOptions {
  readonly places: Places;
  readonly token: string;
  readonly api?: string | undefined;
  readonly app: App;
  readonly links: ExcerptLink;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Stops the token from being dropped when a request is refused. Default: a guard of its own. */
  readonly guard?: TokenGuard | undefined;
}

/** Starts posting digests when they are due, and lets commands look up channels and wake it. */
export async function startPosting({
  places,
  token,
  api,
  app,
  links,
  metrics,
  log,
  guard = createTokenGuard({ token, api, log }),
}: PostingOptions): Promise<Delivery> {
  const store = await app.store();
  const outbox = createOutbox({
    token,
    api,
    bot: places.bot,
    look: places.look,
    createRest: guard.createRest,
  });
  const rest = guard.createRest();
  const delivery = startDelivery({
    store,
    outbox,
    render: (job) => renderRun(job, { app, links, placeOf: places.placeOf }),
    notify: (notice) => notify(notice, { app, rest }),
    clock: systemClock,
    threadName: digestThread,
    random: Math.random,
    times: DELIVERY_TIMES,
    metrics,
    log,
  });
  app.setPosting({
    preflight: (channel, guild) => outbox.preflight(channel, guild),
    placeOf: places.placeOf,
    async look(channel, guild) {
      const view = await places.look(channel);
      return view.kind === 'channel' && view.guild === guild ? view : undefined;
    },
    isMentionable: (guild, role) => isMentionable(rest, { guild, role }),
    wake: () => delivery.wake(),
    follow: (run) => followRun({ store, clock: systemClock }, run),
  });
  return delivery;
}

const rolesSchema = z.array(z.object({ id: z.string(), mentionable: z.boolean() }));

/** Whether anybody may mention a role; undefined if there is no such role, or it cannot be looked up for now. */
async function isMentionable(
  rest: REST,
  { guild, role }: { readonly guild: string; readonly role: string },
): Promise<boolean | undefined> {
  try {
    const roles = rolesSchema.parse(await rest.get(Routes.guildRoles(guild)));
    return roles.find(({ id }) => id === role)?.mentionable;
  } catch {
    return undefined;
  }
}

async function notify(
  { schedule, run, followUp }: Notice,
  { app, rest }: { readonly app: App; readonly rest: REST },
): Promise<boolean> {
  const { adminChannel } = await readSettings(await app.store(), { guild: schedule.guild });
  return sendNotice(
    rest,
    {
      channel: adminChannel,
      user: schedule.creator,
      subject: followUp === undefined ? run.id : `${run.id} ${followUp.kind}`,
    },
    followUp === undefined ? failureNotice(schedule, run) : followUpNotice(schedule, run, followUp),
  );
}
