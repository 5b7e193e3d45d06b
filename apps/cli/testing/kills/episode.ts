import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAudit } from '#storage/audit/verify-audit.js';
import { checkCounts, checkRebuild, checkSettled } from './check-counts.js';
import { checkLedger, type Side } from './check-ledger.js';
import { Client } from './client.js';
import { Company, type Size } from './company.js';
import { type Doom, DoomedEssor } from './doomed-essor.js';
import { EventStream } from './event-stream.js';
import { FaultLine } from './fault-line.js';
import { type Finding, told } from './finding.js';
import { type Comebacks, logFindings } from './log-findings.js';
import { SentLedger } from './sent-ledger.js';

export interface Plan {
  seed: number;
  backend: string;
  size: Size;
  /** What happens while the clients send; until everything is acknowledged. */
  storm: (among: Storm) => Promise<Finding[]>;
  /** Two, unless it is said. */
  apis?: number;
  workers?: number;
  dist?: Doom['dist'];
  env?: Doom['env'];
  disk?: Doom['disk'];
  sql?: Doom['sql'];
  founds?: Doom['founds'];
  connections?: number;
  /** Whom each request goes to; over a line to all in turn, where nothing is said. */
  to?: (essor: DoomedEssor) => () => string;
  /** Not counted anew where something was found before. */
  endsWhenFound?: boolean;
  logTo?: string | undefined;
  /** Until nothing may be left to do. */
  patience?: number;
}

export interface Storm {
  seed: number;
  essor: DoomedEssor;
  /** Between the clients and the apis. */
  front: FaultLine;
  sides: readonly Side[];
  report: Report;
}

export interface Report {
  findings: Finding[];
  /** Events that are acknowledged, of all companies. */
  acknowledged: number;
  /** Milliseconds from the end of each fault to the next acknowledgement. */
  recovered: Record<string, number>;
  /** Milliseconds from the end of each process until it was up again. */
  comebacks: Comebacks['milliseconds'];
  seconds: Record<string, number>;
}

/** Apis, two workers and a database, two companies whose clients give up on nothing, and what the plan brings upon them. */
export async function runEpisode(plan: Plan): Promise<Report> {
  const box = realpathSync(mkdtempSync(join(tmpdir(), 'essor-chaos-')));
  chmodSync(box, 0o711);
  const { size, seed } = plan;
  const companies = [new Company('acme', size), new Company('other', size, Math.ceil(size.events / 4))];
  const essor = new DoomedEssor(box, plan.backend, {
    ...{ companies, apis: plan.apis ?? 2, workers: plan.workers ?? 2 },
    ...(plan.dist && { dist: plan.dist }),
    ...(plan.env && { env: plan.env }),
    ...(plan.disk && { disk: plan.disk }),
    ...(plan.sql && { sql: plan.sql }),
    ...(plan.founds && { founds: plan.founds }),
    ...(plan.connections && { connections: plan.connections }),
  });
  const report: Report = {
    findings: [],
    acknowledged: 0,
    recovered: {},
    comebacks: essor.comebacks.milliseconds,
    seconds: {},
  };
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      report.seconds[what] = Math.round((performance.now() - began) / 100) / 10;
    }
  };
  const ledgers: SentLedger[] = [];
  let front: FaultLine | undefined;
  try {
    await timed('start', () => essor.start());
    const line = (front = await FaultLine.to(() => essor.apiPorts));
    const url = plan.to?.(essor) ?? (() => `http://127.0.0.1:${line.port}`);
    const sides = essor.companies.map((found): Side => {
      const ledger = new SentLedger(join(box, `${found.company.slug}.jsonl`));
      ledgers.push(ledger);
      const to = { url, key: found.key };
      return { found, ledger, client: new Client(to, new EventStream(seed, found.company), ledger) };
    });
    report.findings = await timed('storm', () => plan.storm({ seed, essor, front: line, sides, report }));
    report.findings.push(...(await timed('settle', () => checkSettled(essor, plan.patience ?? 120))));
    for (const side of sides) report.findings.push(...(await checkLedger(essor, side)));
    report.acknowledged = ledgers.reduce((all, ledger) => all + ledger.read().length, 0);
    await timed('stop', () => essor.stopProcesses());
    report.findings.push(...logFindings(essor.log));
    // The log of an episode tells why.
    if (plan.logTo) writeFileSync(plan.logTo, essor.log.join('\n'));
    if (plan.endsWhenFound && report.findings.length > 0) return report;
    await timed('count', async () => {
      for (const side of sides) report.findings.push(...(await checkCounts(essor, side)));
    });
    report.findings.push(...(await timed('rebuild', () => checkRebuild(essor))));
    report.findings.push(...told('I10', 'broken', (await verifyAudit(essor.owner)).broken.map(String)));
    return report;
  } finally {
    await timed('leave', () => essor.leave());
    await front?.close();
    for (const ledger of ledgers) ledger.close();
    rmSync(box, { recursive: true, force: true });
  }
}
