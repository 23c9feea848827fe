import { play } from './day';

const [f, m, n] = process.argv.slice(2).map(Number);
for (const c of play({ funds: f ?? 10, etfs: m ?? 9, fills: n ?? 1000 })) {
  const {
    stage,
    cpu,
    dataCalls,
    otherCalls,
    cells,
    values,
    queries,
    mails,
    files,
    seconds,
    serviceSeconds,
    pending,
    largestMail,
    largestFile,
    largestQuery,
    bookCells,
  } = c;
  console.log(
    JSON.stringify({
      stage,
      cpu,
      dataCalls,
      otherCalls,
      cells,
      values,
      queries,
      mails,
      files,
      seconds,
      serviceSeconds,
      pending,
      largestMail,
      largestFile,
      largestQuery,
      bookCells,
    }),
  );
}
console.log('max rss MB', process.resourceUsage().maxRSS / 1024);
