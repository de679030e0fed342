/** Jobs in town and at home. */
import { addDays, addYears, day, END, type Day } from '@ledger/time';
import { tellEmployeePension } from './employee-pension.js';
import { earliest, latest, retirementDay, stopOn, type Home, type Job, type Member } from './home.js';
import { LAST_DAY } from './horizon.js';
import { socialCreditCode } from './registered-numbers.js';

const WORKING_AGE = 16;
/** GB/T 4754: restaurants, house building, road haulage, toys, retail, cleaning. */
const INDUSTRIES = ['6210', '4710', '5432', '2452', '5211', '8211'];
const FIRST_RURAL_JOB = day('2012-01-01');
const SHORTEST_JOB = 60;

export function tellWork(home: Home, member: Member): void {
  const { random } = home;
  if (member.drawsEmployeePension) return;
  for (const spell of member.spells) {
    const arrived = (spell.stops[0] as { on: Day }).on;
    if (!random.percent(84)) continue;
    const first = tellJob(home, member, addDays(arrived, random.below(45)), spell.until);
    if (first && first.until < spell.until && random.percent(55)) {
      tellJob(home, member, addDays(first.until, random.between(5, 200)), spell.until);
    }
  }
  if (member.spells.length === 0 && random.percent(24)) {
    tellJob(home, member, addDays(FIRST_RURAL_JOB, random.below(3_000)), END);
  }
}

/** A job no earlier than `from`, ended by `leavesOn` at the latest; undefined where age, school or death forbid it. */
function tellJob(home: Home, member: Member, from: Day, leavesOn: Day): Job | undefined {
  const { random } = home;
  const on = latest(from, addDays(addYears(member.born, WORKING_AGE), 30), addDays(member.leftSchoolOn, 1));
  const retires = retirementDay(member);
  const latestEnd = earliest(leavesOn, member.died, retires);
  if (on >= addDays(earliest(latestEnd, LAST_DAY), -SHORTEST_JOB)) return undefined;
  const town = stopOn(member, on)?.town;
  const type = town
    ? random.weighted([
        ['EMPLOYEE', 55],
        ['FLEXIBLE', 30],
        ['SELF_EMPLOYED', 15],
      ])
    : random.weighted([
        ['RURAL', 80],
        ['PUBLIC_WELFARE_POST', 20],
      ]);
  const division = town?.division ?? home.village.county;
  const contract = type === 'EMPLOYEE' && random.percent(80);
  const employer = type === 'EMPLOYEE' && { employerUscc: drawEmployer(division, home) };
  const started = home.chronicle.add({
    of: { person: member.id },
    type: 'EmploymentStarted',
    on,
    by: 'HRSS',
    office: division,
    data: {
      type,
      ...employer,
      industry: type === 'RURAL' ? '0111' : random.pick(INDUSTRIES),
      division,
      labourContract: contract,
    },
    lag: random.percent(10) ? random.between(60, 400) : random.below(30),
  });
  const chosen = random.percent(45) ? addDays(on, random.between(SHORTEST_JOB, 1_500)) : END;
  const until = earliest(chosen, latestEnd);
  const job: Job = { division, type, from: on, until: until < LAST_DAY ? until : END, contract, started };
  member.jobs.push(job);
  if (job.until !== END && job.until !== member.died) tellEnd(home, member, job, retires);
  if (contract && random.percent(45)) tellEmployeePension(home, member, job);
  return job;
}

function tellEnd(home: Home, member: Member, job: Job, retires: Day): void {
  const reason =
    job.until === retires
      ? 'RETIRED'
      : job.type === 'EMPLOYEE'
        ? home.random.pick(['CONTRACT_EXPIRED', 'RESIGNED', 'RESIGNED', 'DISMISSED', 'EMPLOYER_CLOSED'])
        : 'STOPPED';
  home.chronicle.add({
    of: { person: member.id },
    type: 'EmploymentEnded',
    on: job.until,
    by: 'HRSS',
    office: job.division,
    data: {
      reason,
      involuntary: reason === 'DISMISSED' || reason === 'EMPLOYER_CLOSED',
      startedEventId: job.started.line.id,
    },
    after: [job.started],
  });
}

function drawEmployer(division: string, home: Home): string {
  return socialCreditCode(`91${division}MA6XX${home.random.between(1_000, 9_999)}`);
}
