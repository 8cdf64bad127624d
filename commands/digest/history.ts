import { answerDigests } from './answerDigests.ts';
import { digestSubcommand } from './digestSubcommand.ts';

export default digestSubcommand({
  name: 'history',
  description: 'Past runs of a digest',
  run: (schedule, _options, context) => answerDigests([schedule], context, { withHistory: true }),
});
