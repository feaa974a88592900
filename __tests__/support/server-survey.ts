import { parseSurvey } from '../../src/preflight/plan/survey.js';
import { parseServerFacts } from '../../src/server/plan/server-facts.js';

/** What the survey of a server prints. */
export const surveyText = `now=1000
system=Debian GNU/Linux 12 (bookworm)
memory-free-kb=1000000
images-free-kb=9000000
images-inodes=600000 500000
listens=tcp 00000000:0050
listens=tcp 0100007F:1F90
listens=tcp6 00000000000000000000000001000000:0051
listens=udp 00000000:0035
container=/opt/app|app|app-web-1|0.0.0.0:80->80/tcp, :::80->80/tcp, 9000/tcp
container=||front|127.0.0.1:7000-7001->7000-7001/tcp
holder=r1 of ada
leftover=r0.part
end=yes
`;

/** The same, read. */
export const survey = whole(parseSurvey(surveyText));

/** What the probe says of that server. */
export const facts = whole(
  parseServerFacts('path=/opt/app\nuser=deploy\narch=x86_64\ndisk-free-kb=9000000\nend=yes\n'),
);

function whole<Value>(read: Value | undefined): Value {
  if (read === undefined) throw new Error('it can not be read');
  return read;
}
