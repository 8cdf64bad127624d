/** The words of posting times, against which misspelt ones are held. */
export const VOCABULARY: readonly string[] = [
  'monday tuesday wednesday thursday friday saturday sunday weekday weekdays weekend weekends workday',
  'january february march april may june july august september october november december',
  'every each other day days daily week weeks weekly month months monthly quarter quarterly year yearly',
  'first second third fourth fifth last working hour hours hourly minutes noon midnight once next in on of the',
  'except until starting between from and at to today tomorrow fortnightly',
].flatMap((words) => words.split(' '));
